package org.jdfwire.parser.block;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Tells items of lists from paragraphs that a list only lays out: an item that holds several texts is a container. */
final class ListItems {
    private ListItems() {}

    static List<Block> paragraphsIfSeveral(List<Block> blocks) {
        Set<Element> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Element> containers = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Block block : blocks) {
            if (block instanceof Block.ListItem item && !seen.add(item.place().element())) {
                containers.add(item.place().element());
            }
        }
        if (containers.isEmpty()) {
            return blocks;
        }
        List<Block> parted = new ArrayList<>(blocks.size());
        for (Block block : blocks) {
            parted.add(
                    block instanceof Block.ListItem item
                                    && containers.contains(item.place().element())
                            ? new Block.Paragraph(item.text(), item.links(), item.linkShare(), item.place())
                            : block);
        }
        return parted;
    }
}
