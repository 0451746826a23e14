package org.jdfwire.parser.metamorphic;

/** Elements around news. */
final class Containers {
    private Containers() {}

    static String wrap(String container, String html) {
        return switch (container) {
            case "div", "section", "article", "blockquote", "center" ->
                "<" + container + ">" + html + "</" + container + ">";
            case "table" -> "<table border=0><tr><td width='8'>&nbsp;</td><td>" + html + "</td></tr></table>";
            case "deep" -> "<div><center><div>" + html + "</div></center></div>";
            case "dl" -> "<dl><dd>" + html + "</dd></dl>";
            case "li" -> "<ul><li>" + html + "</li></ul>";
            case "rows" -> "<tr><td>" + html + "</td></tr>";
            default -> html;
        };
    }
}
