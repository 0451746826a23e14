package org.jdfwire.store.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jdfwire.store.diff.Segment.Op.DELETE;
import static org.jdfwire.store.diff.Segment.Op.EQUAL;
import static org.jdfwire.store.diff.Segment.Op.INSERT;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WordDiffTest {

    @Test
    void cutsWhereWordsDiffer() {
        assertThat(between("From December 3 to 5, two ships", "From December 3 to 6, two large ships"))
                .containsExactly(
                        new Segment(EQUAL, "From December 3 to "),
                        new Segment(DELETE, "5"),
                        new Segment(INSERT, "6"),
                        new Segment(EQUAL, ", two "),
                        new Segment(INSERT, "large "),
                        new Segment(EQUAL, "ships"));
    }

    @Test
    void leavesLinesAloneThatAreThereBefore() {
        assertThat(between("One.\nTwo.\nThree.", "One.\nThree.\nFour."))
                .containsExactly(
                        new Segment(EQUAL, "One.\n"),
                        new Segment(DELETE, "Two.\n"),
                        new Segment(EQUAL, "Three."),
                        new Segment(INSERT, "\nFour."));
    }

    @Test
    void cutsJapaneseWithoutSpaces() {
        assertThat(WordDiff.between("防衛大臣がドイツを訪問", "防衛大臣がカナダを訪問", Locale.JAPANESE))
                .containsExactly(
                        new Segment(EQUAL, "防衛大臣が"),
                        new Segment(DELETE, "ドイツ"),
                        new Segment(INSERT, "カナダ"),
                        new Segment(EQUAL, "を訪問"));
    }

    @Test
    void everythingIsNewWhereNothingWas() {
        assertThat(between("", "One.")).containsExactly(new Segment(INSERT, "One."));
        assertThat(between("One.", "")).containsExactly(new Segment(DELETE, "One."));
        assertThat(between("", "")).isEmpty();
    }

    @Test
    void replacesALineOfVeryManyWordsAsAWhole() {
        String before = words(0, 5000);
        String after = words(1, 5001);

        assertThat(between(before, after)).containsExactly(new Segment(DELETE, before), new Segment(INSERT, after));
    }

    @Property
    void givesBothTextsBack(@ForAll("texts") String before, @ForAll("texts") String after) {
        List<Segment> segments = between(before, after);

        assertThat(joined(segments, Set.of(EQUAL, DELETE))).isEqualTo(before);
        assertThat(joined(segments, Set.of(EQUAL, INSERT))).isEqualTo(after);
        assertThat(segments).allSatisfy(segment -> assertThat(segment.text()).isNotEmpty());
        for (int i = 1; i < segments.size(); i++) {
            assertThat(segments.get(i).op()).isNotEqualTo(segments.get(i - 1).op());
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "b", "talks", "[-", "<del>", " ", "\n", "\n", "大臣", "\uD83C\uDDE9", ".")
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
    }

    private static List<Segment> between(String before, String after) {
        return WordDiff.between(before, after, Locale.ENGLISH);
    }

    private static String joined(List<Segment> segments, Set<Segment.Op> ops) {
        return segments.stream()
                .filter(segment -> ops.contains(segment.op()))
                .map(Segment::text)
                .collect(Collectors.joining());
    }

    private static String words(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    }
}
