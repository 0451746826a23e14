package org.jdfwire.parser.confidence;

import java.util.List;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.parser.text.Words;

/** Tells a page that broke off on its way from one that merely leaves its last tags open. */
final class Ending {
    /** Scripts and comments may stand after the end of a page. */
    private static final int TAIL = 4_000;

    private static final int LEAST_WORDS = 8;

    private Ending() {}

    static Count of(String source, List<Topic> topics) {
        String tail = source.length() <= TAIL ? source : source.substring(source.length() - TAIL);
        return new Count(Measure.ENDING, breaksOff(tail, topics) ? 0 : 1, 1);
    }

    private static boolean breaksOff(String tail, List<Topic> topics) {
        if (closes(tail, "</html") || closes(tail, "</body")) {
            return false;
        }
        int open = tail.lastIndexOf('<');
        int close = tail.lastIndexOf('>');
        if (open > close) {
            return tail.substring(open + 1).isBlank() || isTagStart(tail.charAt(open + 1));
        }
        return close >= 0 && breaksOffInSentence(Words.fold(tail.substring(close + 1)), topics);
    }

    private static boolean closes(String tail, String tag) {
        int at = tail.lastIndexOf("</");
        while (at >= 0 && !tail.regionMatches(true, at, tag, 0, tag.length())) {
            at = tail.lastIndexOf("</", at - 1);
        }
        return at >= 0;
    }

    private static boolean isTagStart(char c) {
        return Character.isLetter(c) || c == '/' || c == '!';
    }

    private static boolean breaksOffInSentence(String words, List<Topic> topics) {
        if (words.isEmpty() || topics.isEmpty()) {
            return false;
        }
        List<String> paragraphs = topics.get(topics.size() - 1).paragraphs();
        String last = paragraphs.isEmpty() ? "" : paragraphs.get(paragraphs.size() - 1);
        return last.endsWith(words) && Words.count(last) >= LEAST_WORDS && !Words.endsSentence(last);
    }
}
