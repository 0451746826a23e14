package org.jdfwire.parser.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jdfwire.parser.block.Block;
import org.jdfwire.parser.block.Place;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What is read of each block once. */
class LineTest {
    private static final Place PLACE = new Place(new Element("p"), 1, 1);

    @Test
    void readsWhatEachBlockSaysOfThePage() {
        List<Line> lines = Line.all(List.of(
                new Block.Heading("Japan Defense Focus No.133", 1, 0, PLACE),
                new Block.Image("t.png", "TOPICS", null, false, PLACE),
                new Block.Flag("france", PLACE)));
        assertThat(lines).extracting(Line::header).containsExactly(true, false, false);
        assertThat(lines).extracting(Line::section).containsExactly(null, "topics", null);
        assertThat(lines).extracting(Line::words).containsExactly("Japan Defense Focus No.133", "TOPICS", "");
    }
}
