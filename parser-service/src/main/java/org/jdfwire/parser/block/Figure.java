package org.jdfwire.parser.block;

import java.util.List;
import org.jdfwire.parser.text.Words;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The figure that is being read: its caption goes to its last image, wherever in the figure it stands. */
final class Figure {
    private @Nullable Element figure;
    private @Nullable Element caption;
    private int firstBlock;
    private String words = "";

    void open(Element element, int blocksBefore) {
        if (element.nameIs("figure")) {
            figure = element;
            firstBlock = blocksBefore;
            words = "";
        } else if (element.nameIs("figcaption") && figure != null) {
            caption = element;
        }
    }

    /** Takes the words of a run as the caption, where it is one; its pictures stay the caller's. */
    boolean takesCaption(InlineRun run) {
        if (caption == null || run.letters == 0 || !run.pictures.isEmpty()) {
            return false;
        }
        words = Words.fold(words + " " + run.text);
        return true;
    }

    void close(Element element, List<Block> blocks) {
        if (element == caption) {
            caption = null;
        } else if (element == figure) {
            give(blocks);
            figure = null;
        }
    }

    private void give(List<Block> blocks) {
        for (int i = blocks.size() - 1; i >= firstBlock && !words.isEmpty(); i--) {
            if (blocks.get(i) instanceof Block.Image image) {
                blocks.set(i, image.withCaption(words));
                return;
            }
        }
    }
}
