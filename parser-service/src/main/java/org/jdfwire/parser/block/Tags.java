package org.jdfwire.parser.block;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdfwire.parser.text.Words;
import org.jsoup.nodes.Element;

/** What an element means for reading, by its tag and inline style. */
final class Tags {
    private static final Set<String> UNREAD = Set.of(
            "head",
            "script",
            "style",
            "noscript",
            "template",
            "iframe",
            "object",
            "embed",
            "applet",
            "svg",
            "math",
            "canvas",
            "audio",
            "video",
            "map",
            "select",
            "option",
            "button",
            "input",
            "textarea",
            "label",
            "nav",
            "noframes",
            "dialog",
            "datalist",
            "rp",
            "rt");
    private static final Set<String> UNREAD_ROLES = Set.of("navigation", "search", "menu", "menubar", "contentinfo");
    private static final Set<String> BLOCKS = Set.of(
            "html",
            "body",
            "div",
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "td",
            "th",
            "caption",
            "figure",
            "figcaption",
            "section",
            "article",
            "header",
            "footer",
            "aside",
            "main",
            "blockquote",
            "pre",
            "hr",
            "form",
            "fieldset",
            "legend",
            "address",
            "center",
            "details",
            "summary",
            "dir",
            "menu",
            "hgroup",
            "search",
            "frameset",
            "listing",
            "xmp",
            "marquee");
    private static final Set<String> BOLD = Set.of("b", "strong", "big");
    private static final Set<String> LABELS = Set.of("dt", "caption", "legend", "summary");
    private static final Pattern BOLD_STYLE = Pattern.compile(
            "font-weight\\s*:\\s*(?:bold|[6-9]00)|font-size\\s*:\\s*(?:x*-?large|larger|1[2-9]\\d%|[2-9]\\d\\d%|1\\.[2-9]\\d*r?em|[2-9](?:\\.\\d+)?r?em|(?:1[89]|[2-9]\\d)px)");
    private static final Pattern LARGE_SIZE = Pattern.compile("\\+[1-9]|[4-9]");
    private static final Pattern SPACER = Pattern.compile("\\d+");

    /** The level of a heading by its role that states none (WAI-ARIA 1.2, heading). */
    private static final int USUAL_HEADING = 2;
    /** A row of more nodes than this is a table's; nobody gives a heading so many empty cells. */
    private static final int MOST_ROW_NODES = 20;

    private Tags() {}

    /** Whether nothing inside is read: code, menus, forms' controls. */
    static boolean isUnread(Element element) {
        return UNREAD.contains(element.normalName())
                || (element.hasAttr("role")
                        && UNREAD_ROLES.contains(element.attr("role").toLowerCase(Locale.ROOT)));
    }

    /** Whether it leads around the site. */
    static boolean isMenu(Element element) {
        return element.nameIs("nav") || element.attr("role").equalsIgnoreCase("navigation");
    }

    /** Whether it is one that a reader clicks on; in a heading, or as one, its words are read all the same. */
    static boolean isControl(Element element) {
        return element.nameIs("button") || element.nameIs("label");
    }

    /** Whether it shows a picture without being an image. */
    static boolean isDrawn(Element element) {
        return element.nameIs("svg") || element.attr("role").equalsIgnoreCase("img");
    }

    /** Whether it stands on lines of its own. */
    static boolean isBlock(Element element) {
        return BLOCKS.contains(element.normalName());
    }

    /**
     * Returns 1 to 6 for {@code h1} to {@code h6} and for what is a heading by its role, {@link Block.Heading#LABEL} for
     * labels, 0 for anything else.
     */
    static int headingLevel(Element element) {
        String name = element.normalName();
        if (name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6') {
            return name.charAt(1) - '0';
        }
        if (element.attr("role").equalsIgnoreCase("heading")) {
            String ariaLevel = element.attr("aria-level").trim();
            return ariaLevel.length() == 1 && ariaLevel.charAt(0) >= '1' && ariaLevel.charAt(0) <= '6'
                    ? ariaLevel.charAt(0) - '0'
                    : USUAL_HEADING;
        }
        return LABELS.contains(name) || isLoneHeaderCell(element) ? Block.Heading.LABEL : 0;
    }

    /** Whether it makes the words in it bold or large. */
    static boolean isEmphasis(Element element) {
        return BOLD.contains(element.normalName())
                || (element.nameIs("font")
                        && LARGE_SIZE.matcher(element.attr("size").trim()).matches())
                || (element.hasAttr("style")
                        && BOLD_STYLE
                                .matcher(element.attr("style").toLowerCase(Locale.ROOT))
                                .find());
    }

    /** Whether an image is only there to hold a gap, or stands for a bullet. */
    static boolean isSpacer(Element image) {
        String alt = image.attr("alt");
        return !Words.hasLetters(alt)
                && (!alt.isBlank() || isTiny(image.attr("width")) || isTiny(image.attr("height")));
    }

    private static boolean isTiny(String size) {
        String digits = size.trim();
        return digits.length() <= 2 && SPACER.matcher(digits).matches() && Integer.parseInt(digits) <= 20;
    }

    /** A header cell beside other words labels them; one that has its row for itself is a heading. */
    private static boolean isLoneHeaderCell(Element element) {
        if (!element.nameIs("th")
                || element.parent() == null
                || element.parent().childNodeSize() > MOST_ROW_NODES) {
            return false;
        }
        for (Element cell : element.parent().children()) {
            if (cell != element && !TextScan.isBlank(cell)) {
                return false;
            }
        }
        return true;
    }
}
