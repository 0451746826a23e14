package org.jdfwire.parser.metamorphic;

import java.util.List;
import java.util.stream.Collectors;
import org.jdfwire.parser.metamorphic.LogicalPage.Bullets;
import org.jdfwire.parser.metamorphic.LogicalPage.Paragraph;
import org.jdfwire.parser.metamorphic.LogicalPage.Part;
import org.jdfwire.parser.metamorphic.LogicalPage.Question;
import org.jdfwire.parser.metamorphic.LogicalPage.SubHeading;
import org.jdfwire.parser.metamorphic.LogicalPage.Table;

/** Forms of paragraphs, lists, tables, and questions with their answers. */
final class BodyMarkup {
    private final Choices choices;
    private final HeadingMarkup headings;
    private final String text;
    private final String list;
    private final String table;
    private final String question;
    private String lead = "";

    BodyMarkup(Choices choices, HeadingMarkup headings) {
        this.choices = choices;
        this.headings = headings;
        this.text =
                choices.of("text", "p", "br br", "div", "indent", "p span", "td", "nested", "dd", "font", "wrapped");
        this.list = choices.of("list", "ul", "ol", "ul p", "div ul");
        this.table = choices.of("table", "th", "td", "p", "thead");
        this.question = choices.of("question", "p", "bold", "dl");
    }

    /** Whether no elements hold the paragraphs. */
    boolean isLoose() {
        return text.equals("br br") || text.equals("indent");
    }

    /** Begins a topic's text; what leads stands in its first paragraph. */
    void open(String leading) {
        lead = leading;
    }

    /** Puts more before the words of the next paragraph. */
    void lead(String more) {
        lead += more;
    }

    /** Ends a topic's text. */
    String close() {
        return text.equals("indent") ? "<br><br>" : "";
    }

    String of(Part part) {
        if (part instanceof Paragraph paragraph) {
            return paragraph(paragraph.text());
        }
        if (part instanceof SubHeading heading) {
            return headings.below(heading);
        }
        if (part instanceof Bullets bullets) {
            return list(bullets.lines());
        }
        if (part instanceof Table rows) {
            return table(rows.rows());
        }
        if (part instanceof Question both) {
            return question(both);
        }
        throw new IllegalArgumentException("part: " + part + " (expected: words)");
    }

    private String paragraph(String plain) {
        String words = lead + marked(plain);
        lead = "";
        return switch (text) {
            case "p" -> "<p>" + words + "</p>";
            case "br br" -> words + "<br>\n<br>\n";
            case "div" -> "<div>" + words + "</div>";
            case "indent" -> words + "<br>\u3000";
            case "p span" -> "<p>\u3000<span class='t'>" + words + "</span></p>";
            case "td" -> "<table><tr><td>" + words + "</td></tr></table>";
            case "nested" -> "<table><tr><td><table><tr><td><p>" + words + "</p></td></tr></table></td></tr></table>";
            case "dd" -> "<dl><dd>" + words + "</dd></dl>";
            case "font" -> "<p>&nbsp;&nbsp;<font size='2'>" + words + "</font></p><p>&nbsp;</p>";
            default -> "<p>\n" + words.replace(", ", ",\n") + "\n</p>";
        };
    }

    /** Sets words off inside a paragraph, as authors do. */
    private String marked(String words) {
        int at = words.lastIndexOf(" the ");
        if (at < 0 || !choices.chance(0.2)) {
            return words;
        }
        String element = choices.one(List.of("b", "i", "span", "font color='red'", "a href='#n'", "em"));
        return words.substring(0, at) + " <" + element + ">the</" + element.split(" ")[0] + ">"
                + words.substring(at + 4);
    }

    private String list(List<String> lines) {
        return switch (list) {
            case "ol" -> lines.stream().collect(Collectors.joining("</li>\n<li>", "<ol><li>", "</li></ol>"));
            case "ul p" ->
                lines.stream().collect(Collectors.joining("</p></li><li><p>", "<ul><li><p>", "</p></li></ul>"));
            case "div ul" ->
                lines.stream().collect(Collectors.joining("</li><li>", "<div><ul><li>", "</li></ul></div>"));
            default -> lines.stream().collect(Collectors.joining("</li><li>", "<ul><li>", "</li></ul>"));
        };
    }

    private String table(List<List<String>> rows) {
        StringBuilder html = new StringBuilder("<table border='1'>");
        for (int i = 0; i < rows.size(); i++) {
            String key = table.equals("th") || (table.equals("thead") && i == 0) ? "th" : "td";
            String open = table.equals("p") ? "><p>" : ">";
            String close = table.equals("p") ? "</p></" : "</";
            html.append("<tr><")
                    .append(key)
                    .append(open)
                    .append(rows.get(i).get(0))
                    .append(close)
                    .append(key)
                    .append('>');
            for (String cell : rows.get(i).subList(1, rows.get(i).size())) {
                html.append("<td").append(open).append(cell).append(close).append("td>");
            }
            html.append("</tr>\n");
        }
        return html.append("</table>").toString();
    }

    private String question(Question both) {
        return switch (question) {
            case "bold" -> "<p><b>" + both.question() + "</b></p><p>" + both.answer() + "</p>";
            case "dl" -> "<dl><dt>" + both.question() + "</dt><dd>" + both.answer() + "</dd></dl>";
            default -> "<p>" + both.question() + "</p><p>" + both.answer() + "</p>";
        };
    }
}
