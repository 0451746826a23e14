package org.jdfwire.parser.block;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One piece of a page in reading order. */
public sealed interface Block {
    Place place();

    /** Returns the words it stands for: its text, its alternative text, or none. */
    default String words() {
        return "";
    }

    /**
     * A heading.
     *
     * @param text folded
     * @param level 1 to 6 for {@code h1} to {@code h6}, then the levels below
     * @param linkShare share of its letters that are linked, 0 to 1
     * @param size of the font of a bold one, 1 to 7, or {@link #ANY_SIZE}
     */
    record Heading(String text, int level, double linkShare, int size, Place place) implements Block {
        /** Size of letters that have several or one that is not known. */
        public static final int ANY_SIZE = 0;

        /** Level of a list term, a table's caption or header cell that stands alone. */
        public static final int LABEL = 7;

        /** Level of a short block that is bold or large throughout; where such blocks have ranks, the two below too. */
        public static final int BOLD = 8;

        /** Level of a text or picture that only its surroundings make a heading. */
        public static final int CONFIRMED = 11;

        /** Level of a text that only parts what stands under one of those. */
        public static final int PART = 12;

        /** Makes a heading of no known size. */
        public Heading(String text, int level, double linkShare, Place place) {
            this(text, level, linkShare, ANY_SIZE, place);
        }

        /** Returns the same heading at another level. */
        public Heading withLevel(int newLevel) {
            return new Heading(text, newLevel, linkShare, size, place);
        }

        @Override
        public String words() {
            return text;
        }

        /** Whether the page marks it as a heading, and not as a label or by its look alone. */
        public boolean isMarked() {
            return level < LABEL;
        }

        /** Returns the same words as a paragraph of the text. */
        public Paragraph asParagraph() {
            return new Paragraph(text, List.of(), linkShare, place);
        }
    }

    /**
     * A flag.
     *
     * @param name the country as the page calls it, such as {@code england}
     * @param written whether the page only writes it, or several, where others have flags
     */
    record Flag(String name, boolean written, Place place) implements Block {
        /** A flag that the page shows. */
        public Flag(String name, Place place) {
            this(name, false, place);
        }
    }

    /**
     * A photo or other picture.
     *
     * @param url as the page gives it
     * @param alt alternative text, folded, null where there is none
     * @param caption text that belongs to it, null where there is none
     * @param linked whether it leads to another page (and not to its own enlargement)
     */
    record Image(String url, @Nullable String alt, @Nullable String caption, boolean linked, Place place)
            implements Block {
        @Override
        public String words() {
            return alt == null ? "" : alt;
        }

        /** Returns the absolute address; the page's own where that cannot be made absolute. */
        public String absoluteUrl() {
            String absolute = Addresses.absolute(place.element(), "src");
            return absolute.isEmpty() ? url : absolute;
        }

        /** Returns the same image with another caption, or with none. */
        public Image withCaption(@Nullable String newCaption) {
            return new Image(url, alt, newCaption, linked, place);
        }
    }

    /** Words: a paragraph, an item of a list or a row of a table. */
    sealed interface Text extends Block {
        /** The words, white space folded. */
        String text();

        /** Links inside the words, to other pages only. */
        List<Anchor> links();

        /** Share of the letters that are linked (anywhere), 0 to 1. */
        double linkShare();

        @Override
        default String words() {
            return text();
        }
    }

    /** A paragraph. */
    record Paragraph(String text, List<Anchor> links, double linkShare, Place place) implements Text {}

    /** An item of a list; its place is the item's element. */
    record ListItem(String text, List<Anchor> links, double linkShare, Place place) implements Text {}

    /**
     * A row of a table of data.
     *
     * @param text the cells in one line
     * @param cells text of each cell that has any
     */
    record TableRow(String text, List<String> cells, List<Anchor> links, double linkShare, Place place)
            implements Text {}

    /** The end of what belongs together, such as PAGE TOP: words after it belong to nothing before it. */
    record Break(Place place) implements Block {}
}
