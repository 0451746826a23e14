package org.jdfwire.parser.metamorphic;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Forms of flags: images one beside the other, on their own, in the text, at the heading. */
final class FlagMarkup {
    private final String form;
    private final String text;

    /**
     * Chooses a form.
     *
     * @param several whether a heading has several items, or headings stand under another: flags at a heading can be
     *     those of one item only, and flags between two headings could be either's
     */
    FlagMarkup(Choices choices, boolean several) {
        List<String> alone = List.of("p", "ul", "figure", "div", "bare", "in text", "table", "rows", "dl", "span");
        List<String> any =
                List.of("p", "ul", "figure", "div", "bare", "in text", "table", "rows", "before", "in heading");
        this.form = choices.of("flags", several ? alone : any);
        this.text = choices.of(
                "flag text",
                "alt='Flag:%s'",
                "alt='Flag:%s'",
                "alt='flag: %s'",
                "title='Flag:%s'",
                "alt='FLAG:%s'",
                "alt='Flag：%s'",
                "alt='%s'");
    }

    boolean isInText() {
        return form.equals("in text");
    }

    boolean isInHeading() {
        return form.equals("in heading");
    }

    boolean isAtHeading() {
        return isInHeading() || form.equals("before");
    }

    String of(List<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        List<String> images = names.stream().map(this::image).toList();
        return switch (form) {
            case "p" -> "<p>" + String.join(" ", images) + "</p>";
            case "ul" -> images.stream().collect(Collectors.joining("</li><li>", "<ul><li>", "</li></ul>"));
            case "figure" -> "<figure>" + String.join("", images) + "</figure>";
            case "div" -> "<div>" + String.join("&nbsp;", images) + "</div>";
            case "span" -> "<span>" + String.join("&nbsp;", images) + "</span>";
            case "table" ->
                images.stream().collect(Collectors.joining("</td><td>", "<table><tr><td>", "</td></tr></table>"));
            case "rows" ->
                images.stream()
                        .collect(Collectors.joining("</td></tr><tr><td>", "<table><tr><td>", "</td></tr></table>"));
            case "dl" -> images.stream().collect(Collectors.joining("</dd><dd>", "<dl><dd>", "</dd></dl>"));
            default -> String.join("", images);
        };
    }

    private String image(String name) {
        String file = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return "<img src='../img/f_" + file + ".png' " + String.format(text, name) + " width='30'>";
    }
}
