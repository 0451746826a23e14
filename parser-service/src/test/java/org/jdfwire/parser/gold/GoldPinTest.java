package org.jdfwire.parser.gold;

import static org.assertj.core.api.Assertions.assertThat;

import org.jdfwire.parser.PageParser;
import org.junit.jupiter.api.Test;

/**
 * Nobody changes what the parser makes of a page without raising {@link PageParser#VERSION}: only a new version parses
 * what is stored again, and tells {@code reparsed} from {@code revised}.
 */
class GoldPinTest {
    private static final String RECORD =
            "mvn -pl parser-service -am test -Dtest=RecordPins -Dsurefire.failIfNoSpecifiedTests=false";

    private final Pins recorded = Pins.recorded();
    private final Pins present = Pins.present(GoldPage.all());

    @Test
    void aPageGivesOtherTopicsOnlyUnderANewVersion() {
        if (recorded.version().equals(present.version())) {
            assertThat(present.changedSince(recorded))
                    .as(
                            "pages read in another way than when version %s was recorded: raise PageParser.VERSION,"
                                    + " then record with: %s",
                            recorded.version(), RECORD)
                    .isEmpty();
        }
    }

    @Test
    void everyPageIsRecordedForThePresentVersion() {
        assertThat(recorded.version()).as("record with: %s", RECORD).isEqualTo(PageParser.VERSION);
        assertThat(recorded.digests().keySet())
                .as("record with: %s", RECORD)
                .isEqualTo(present.digests().keySet());
    }
}
