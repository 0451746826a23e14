package org.jdfwire.parser.gold;

import de.l3s.boilerpipe.BoilerpipeProcessingException;
import de.l3s.boilerpipe.extractors.ArticleExtractor;
import net.dankito.readability4j.Readability4J;

/** What general extractors make of a page: one text, which is all they offer. */
enum GeneralExtractor {
    /** Mozilla's Readability in Kotlin, 1.0.8. */
    READABILITY4J {
        @Override
        String body(String url, String html) {
            String text = new Readability4J(url, html).parse().getTextContent();
            return text == null ? "" : text;
        }
    },
    /** Kohlschütter's boilerpipe 1.2.2, its extractor for news articles. */
    BOILERPIPE {
        @Override
        String body(String url, String html) {
            try {
                return ArticleExtractor.INSTANCE.getText(html);
            } catch (BoilerpipeProcessingException e) {
                throw new IllegalStateException("boilerpipe fails on " + url, e);
            }
        }
    };

    /** Returns the text it takes for the body of the page; empty where it finds none. */
    abstract String body(String url, String html);
}
