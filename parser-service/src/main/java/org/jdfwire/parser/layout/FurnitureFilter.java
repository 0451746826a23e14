package org.jdfwire.parser.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdfwire.parser.block.Block;
import org.jdfwire.parser.text.Words;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Takes out what belongs to the page and not to its news: header lines, breadcrumbs, menus, controls, footers.
 *
 * <p>Menus are known by what they are: lists and rows of short words that are nearly all linked, and blocks that are
 * nothing but links. PAGE TOP, the footer and the imprint become a {@link Block.Break}.
 */
public final class FurnitureFilter {
    private static final double MOSTLY_LINKED = 0.6;
    private static final double WHOLLY_LINKED = 0.9;
    private static final int MOST_MENU_WORDS = 8;
    private static final int LEAST_TITLE_WORDS = 4;

    /** Returns the blocks without the furniture. */
    public List<Block> filter(List<Line> lines, @Nullable String section) {
        Set<Element> menus = menus(lines);
        Set<Block> topPictures = TopPictures.of(lines);
        List<Block> kept = new ArrayList<>();
        boolean newsBegan = false;
        boolean headed = false;
        boolean afterHeader = false;
        for (Line line : lines) {
            Block block = line.block();
            headed |= line.isHeadingOfNews();
            boolean isPicture = block instanceof Block.Image;
            if (isBreak(block, line.words())) {
                kept.add(new Block.Break(block.place()));
            } else if (block instanceof Block.Image image
                    && PageLines.isTop(Objects.requireNonNullElse(image.caption(), ""))) {
                // PAGE TOP right under the last photo of a page is no caption of it
                kept.add(image.withCaption(null));
                kept.add(new Block.Break(block.place()));
            } else if (!topPictures.contains(block)
                    && !isFurniture(line, section, (newsBegan || (isPicture && headed)) && !afterHeader, menus)) {
                kept.add(block);
                newsBegan = newsBegan || (block instanceof Block.Text text && Words.isProse(text.text()));
            }
            // below sentences that a site has above its header, as on cookies, a month alone may still be the issue's
            afterHeader = line.header() && (afterHeader || HeaderLines.namesTheMagazine(line.words()));
        }
        return Imprints.cutOff(kept);
    }

    private static boolean isBreak(Block block, String words) {
        return !words.isEmpty()
                && (PageLines.isTop(words)
                        || (block instanceof Block.Text && Footers.isFooter(words))
                        || (block instanceof Block.Heading && PageLines.isContact(words)));
    }

    private static boolean isFurniture(Line line, @Nullable String section, boolean newsBegan, Set<Element> menus) {
        Block block = line.block();
        String words = line.words();
        if (block instanceof Block.Flag || block instanceof Block.Break) {
            return false;
        }
        if (block instanceof Block.Image image) {
            return image.linked()
                    || line.header()
                    || PageLines.isSite(words)
                    || PageLines.isFurniture(words)
                    || (image.caption() == null && namesSection(line, section, newsBegan));
        }
        if (PageLines.isSite(words) || PageLines.isCrumb(words) || PageLines.isFurniture(words)) {
            return true;
        }
        if (line.header() && (!newsBegan || HeaderLines.namesTheMagazine(words) || isIssue(words))) {
            return true;
        }
        if (namesSection(line, section, newsBegan)) {
            return true;
        }
        return block instanceof Block.Text text && isMenu(text, menus);
    }

    /** Whether a line, or the lettering of a picture, is the name of the page's section, or of any above the news. */
    private static boolean namesSection(Line line, @Nullable String section, boolean newsBegan) {
        String named = line.section();
        return named != null && (!newsBegan || named.equals(section));
    }

    /** Whether a header line states number and month, or number and section, as no line of the news does. */
    private static boolean isIssue(String header) {
        return HeaderLines.issueNumber(header) != null
                && (HeaderLines.month(header) != null || Sections.named(HeaderLines.withoutIssue(header)) != null);
    }

    private static boolean isMenu(Block.Text text, Set<Element> menus) {
        if (text instanceof Block.ListItem item) {
            Element list = item.place().element().parent();
            if (list != null && menus.contains(list)) {
                return true;
            }
        }
        if (text.linkShare() < WHOLLY_LINKED) {
            return false;
        }
        // one long linked line to a document is news; several links, or a short one, is a way to somewhere else
        boolean document = text.links().size() == 1
                && Words.count(text.links().get(0).words()) >= LEAST_TITLE_WORDS
                && !text.links().get(0).url().contains("/jdf/");
        return !document;
    }

    /** Returns the lists that are menus, each judged as a whole: one that is mostly links and short words is. */
    private static Set<Element> menus(List<Line> lines) {
        // elements are equal to themselves alone
        Map<Element, List<Block.ListItem>> lists = new HashMap<>();
        for (Line line : lines) {
            if (line.block() instanceof Block.ListItem item
                    && item.place().element().parent() != null) {
                lists.computeIfAbsent(item.place().element().parent(), list -> new ArrayList<>())
                        .add(item);
            }
        }
        lists.values().removeIf(items -> !isMenu(items));
        return lists.keySet();
    }

    private static boolean isMenu(List<Block.ListItem> items) {
        double linked =
                items.stream().mapToDouble(Block.ListItem::linkShare).average().orElse(0);
        boolean shortWords = items.stream().allMatch(item -> Words.count(item.text()) <= MOST_MENU_WORDS);
        return linked >= WHOLLY_LINKED || (shortWords && linked >= MOSTLY_LINKED);
    }
}
