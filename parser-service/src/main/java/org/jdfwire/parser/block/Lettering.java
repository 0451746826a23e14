package org.jdfwire.parser.block;

import java.util.Locale;
import org.jdfwire.parser.block.InlineRun.Picture;
import org.jsoup.nodes.Element;

/**
 * Takes the picture that is all of a marked heading for a picture of its words, though these are the name of a country:
 * unless it says by its texts or its address that it is a flag.
 */
final class Lettering {
    private static final String FLAG = "flag";
    /** Addresses longer than any server takes name no file. */
    private static final int MOST_ADDRESS = 2_000;

    private Lettering() {}

    static void ofHeading(InlineRun run) {
        if (run.letters == 0
                && run.pictures.size() == 1
                && run.pictures.get(0).block() instanceof Block.Flag flag
                && flag.place().element().nameIs("img")
                && !saysFlag(flag.place().element())) {
            Element image = flag.place().element();
            Block words = new Block.Image(image.attr("src"), Pictures.alt(image), null, false, flag.place());
            run.pictures.set(0, new Picture(words, run.pictures.get(0).at()));
        }
    }

    private static boolean saysFlag(Element image) {
        return isIn(image.attr("alt")) || isIn(image.attr("title")) || isIn(image.attr("src"));
    }

    private static boolean isIn(String words) {
        return words.length() > MOST_ADDRESS || words.toLowerCase(Locale.ROOT).contains(FLAG);
    }
}
