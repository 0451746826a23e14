package org.jdfwire.parser.stream;

import java.util.List;
import java.util.function.BiFunction;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.parser.PageParser;
import org.jdfwire.parser.ParseResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers each page with the messages it becomes; none can fail it, for a defect of the parser is a reject too. */
public final class PageAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(PageAnswers.class);

    private final BiFunction<PageFetched, byte[], ParseResult> parser;

    /** Answers with what a parser reads. */
    public PageAnswers(BiFunction<PageFetched, byte[], ParseResult> parser) {
        this.parser = parser;
    }

    /** Answers one page, given its exact bytes. */
    public PageAnswer answer(PageFetched fetched, byte[] body) {
        ParseResult result = parse(fetched, body);
        if (result instanceof ParseResult.Parsed parsed) {
            List<Outbound> messages = Outbound.of(parsed, fetched.page().url());
            int largest = messages.stream()
                    .mapToInt(message -> message.value().length)
                    .max()
                    .orElse(0);
            return largest <= Destinations.MAX_TOPIC_BYTES
                    ? new PageAnswer(parsed, messages)
                    : refusal(PageParser.tooLarge(
                            fetched.page(), parsed.manifest().parser().layout(), largest));
        }
        return refusal((ParseResult.Rejected) result);
    }

    private static PageAnswer refusal(ParseResult.Rejected rejected) {
        return new PageAnswer(rejected, List.of(Outbound.of(rejected.reject())));
    }

    private ParseResult parse(PageFetched fetched, byte[] body) {
        try {
            return parser.apply(fetched, body);
        } catch (RuntimeException | StackOverflowError defect) {
            LOG.error("{}: the parser failed", fetched.page().url(), defect);
            return PageParser.failed(fetched.page(), defect);
        }
    }
}
