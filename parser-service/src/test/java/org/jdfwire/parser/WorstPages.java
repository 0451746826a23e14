package org.jdfwire.parser;

import java.util.function.IntFunction;

/** Pages that nobody wrote in earnest: each grows in one way only, to find what grows faster than the page. */
enum WorstPages {
    NESTED_TAGS(i -> "<div>"),
    NESTED_INLINE_TAGS(i -> "<i>x"),
    NESTED_TABLES(i -> "<table><tr><td>x"),
    NESTED_FONTS(i -> "<font size=" + i % 7 + ">x"),
    NESTED_LINKS_AND_BLOCKS(i -> "<a href=x" + i + "><p>x"),
    UNCLOSED_TABLES(i -> "<table><tr><td>row " + i + "</tr>"),
    TABLE_ROWS(i -> i == 0 ? "<table>" : "<tr><td>day " + i + "<td>text</tr>"),
    HEADER_CELLS(i -> i == 0 ? "<table>" : "<tr><th>day " + i + "</tr>"),
    HEADER_CELLS_IN_ONE_ROW(i -> i == 0 ? "<table><tr>" : "<th>day " + i),
    CELLS_IN_ONE_ROW(i -> i == 0 ? "<table><tr>" : "<td>" + i),
    TEXT_IN_TABLES(i -> i == 0 ? "<table><tr>" : "text " + i + "<b>bold</b>"),
    ATTRIBUTES_OF_ONE_TAG(i -> i == 0 ? "<p " : "a" + i + "=" + i + " "),
    ATTRIBUTES(i -> "<p a" + i + "=b c=d e>x"),
    CLASSES_OF_ONE_TAG(i -> i == 0 ? "<style>.k{display:none}</style><p class='" : "c" + i + " "),
    STYLED(i -> "<p style='font-weight: normal; font-size: 1em;'>x"),
    STYLE_RULES(i -> i == 0 ? "<style>" : ".c" + i + "{display:none}"),
    CLIPPED(i -> i == 0 ? "<style>.k{clip:rect(0" : "      0"),
    LABELS_IN_A_HEADING(i -> i == 0 ? "<style>.k{text-indent:-9999px}</style><h3>" : "<i class=k>x</i>"),
    NESTED_MENUS(i -> "<nav>No.133 &gt; "),
    STYLE_OPENINGS(i -> i == 0 ? "<style>" : "@media{/*"),
    PARAGRAPHS(i -> "<p>x"),
    SENTENCES(i -> "<p>The fleet sailed on day " + i + " of the month of May.</p>"),
    ONE_PARAGRAPH(i -> "The minister met the fleet on a fine day. "),
    BLANKS(i -> " \n\u3000"),
    LINE_BREAKS(i -> "x<br>"),
    DOUBLE_LINE_BREAKS(i -> "Some words here<br><br>"),
    DIGITS(i -> "7"),
    SPACED_DIGITS(i -> "7 "),
    MONTHS(i -> "May "),
    DAYS_AND_MONTHS(i -> "May 3, 4 and "),
    DATES_IN_NUMBERS(i -> "2020/11/02 2020-11-"),
    OPENINGS_OF_DATES(i -> "For 30 days starting from the "),
    COMMAS(i -> ","),
    DOTS(i -> "A."),
    LINES_OF_MARKS(i -> "<p>" + "-".repeat(180) + "x</p>"),
    LINES_OF_JAPANESE(i -> "<p>" + "防衛".repeat(90) + "x</p>"),
    LINES_OF_SPACED_MARKS(i -> "<p>" + "> ".repeat(90) + "home</p>"),
    CAPITALS(i -> "AB "),
    COUNTRIES(i -> "Papua New "),
    FLAGS(i -> "<img src=f.gif alt='Flag:india'>"),
    FLAGS_AND_TEXT(i -> "<img src=f.gif alt='Flag:india'><p>On May 3, the ships of number " + i + " sailed away.</p>"),
    FLAGGED_ALT(i -> i == 0 ? "<img src=x.jpg alt='" : "flag of the "),
    FLAG_FILES(i -> i == 0 ? "<img src='" : "flag_"),
    IMAGES(i -> "<img src=p" + i + ".jpg alt='A photo'>"),
    HEADINGS(i -> "<h3>Ships Sail</h3>"),
    HEADINGS_WITH_TEXT(
            i -> "<h3>Ships Sail</h3><p>On May 3, they sailed away in good order, and that was all " + i + ".</p>"),
    NUMBERED_HEADINGS(i -> "<h3>Ships Sail-" + i % 3 + "</h3><p>They sailed away in good order, " + i + ".</p>"),
    BOLD_LINES(i -> "<p><b>Ships Sail " + i + "</b></p>"),
    TWINS(i -> "<span>The very same words</span>"),
    LISTS(i -> i == 0 ? "<ul>" : "<li><a href=p" + i + ">Item</a>"),
    NESTED_LISTS(i -> "<ul><li>x"),
    ENTITIES(i -> "&amp;&eacute;&#x3000;"),
    BROKEN_ENTITIES(i -> "&nosuchentity&"),
    COMMENTS(i -> "<!-- - -- -->"),
    ONE_COMMENT(i -> i == 0 ? "<!--" : " - -- <h3>"),
    SCRIPTS(i -> "<script>if (a < b) '</scrip'</script>"),
    ONE_SCRIPT(i -> i == 0 ? "<script>" : "<h3>x</h3>"),
    FORMS(i -> "<form><select><option>x"),
    CLOSING_TAGS(i -> "</p></b></table>"),
    MISNESTED(i -> "<b><p></b><i></p>x"),
    LESS_THAN(i -> "< <"),
    HEADING_WITHOUT_END(i -> i == 0 ? "<h3>" : "words of a heading "),
    FIGURES(i -> "<figure><img src=p.jpg><figcaption>Words " + i + "</figcaption></figure>"),
    DEFINITIONS(i -> i == 0 ? "<dl>" : "<dt>Term " + i + "<dd>Its text."),
    BOLD_IN_TEXT(i -> "<b>Bold lead</b> and plain text, ");

    private final IntFunction<String> unit;

    WorstPages(IntFunction<String> unit) {
        this.unit = unit;
    }

    /**
     * Returns a page.
     *
     * @param size how many characters it has, about
     * @param mostTags how many tags it has at most; where they are used up, plain words fill the page
     */
    String page(int size, int mostTags) {
        StringBuilder page = new StringBuilder(size + 500);
        page.append("<html><head><title>TOPICS | JDF - Japan Defense Focus (No.133)</title></head><body>");
        page.append("<p>Japan Defense Focus No.133 Mar. 2021</p><h3>Ships Sail</h3><p>They sailed in good order.</p>");
        long tags = 20;
        for (int i = 0; page.length() < size; i++) {
            String piece = unit.apply(i);
            tags += piece.chars().filter(c -> c == '<').count();
            page.append(tags > mostTags ? "more words " : piece);
        }
        return page.toString();
    }
}
