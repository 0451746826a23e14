package org.jdfwire.parser.metamorphic;

import java.util.ArrayList;
import java.util.List;
import org.jdfwire.parser.metamorphic.LogicalPage.Photo;

/** Forms of photos, with and without a caption. */
final class PhotoMarkup {
    private final String form;
    private final String captioned;
    private final String copies;

    /**
     * Chooses forms.
     *
     * @param plain whether headings are plain lines; then a caption needs an element that says what it is
     */
    PhotoMarkup(Choices choices, boolean plain) {
        this.form = choices.of(
                "photo",
                "p",
                "figure",
                "link",
                "div",
                "table",
                "bare",
                "ul",
                "title below",
                "title in figure",
                "float");
        List<String> forms = new ArrayList<>(List.of("figure", "figure above"));
        if (!plain) {
            forms.addAll(List.of("p br", "div br", "box", "box above", "rows"));
        }
        this.captioned = choices.of("caption", forms);
        this.copies = choices.of("copies", "none", "none", "none", "phones");
    }

    /** Whether the photo stands in a paragraph, beside its words. */
    boolean floats(Photo photo) {
        return form.equals("float") && photo.caption() == null;
    }

    /** Whether no element holds the photo alone. */
    boolean isBare(Photo photo) {
        return (form.equals("bare") || form.equals("float")) && photo.caption() == null;
    }

    String floating(Photo photo) {
        return image(photo, "").replace("<img ", "<img align='right' ");
    }

    String of(Photo photo, String title) {
        String image = image(photo, "") + (copies.equals("phones") ? image(photo, "_sp") : "");
        String caption = photo.caption();
        if (caption != null) {
            return captioned(image, caption);
        }
        return switch (form) {
            case "p" -> "<p>" + image + "</p>";
            case "figure" -> "<figure>" + image + "</figure>";
            case "link" -> "<p><a href='images/l" + photo.file() + "' target='_blank'>" + image + "</a></p>";
            case "div" -> "<div class='photo'>" + image + "</div>";
            case "table" -> "<table><tr><td>" + image + "</td></tr></table>";
            case "ul" -> "<ul><li>" + image + "</li></ul>";
            case "title below" -> "<div>" + image + "<br>" + title + "</div>";
            case "title in figure" -> "<figure>" + image + "<figcaption>" + title + "</figcaption></figure>";
            default -> image;
        };
    }

    /** Whether two photos with captions stand side by side, their captions in the row below. */
    boolean pairs(Photo first, Photo second) {
        return captioned.equals("rows") && first.caption() != null && second.caption() != null;
    }

    String pair(Photo first, Photo second) {
        return "<table><tr><td>" + image(first, "") + "</td><td>" + image(second, "") + "</td></tr><tr><td>"
                + first.caption() + "</td><td>" + second.caption() + "</td></tr></table>";
    }

    private String captioned(String image, String caption) {
        return switch (captioned) {
            case "figure above" -> "<figure><figcaption>" + caption + "</figcaption>" + image + "</figure>";
            case "p br" -> "<p>" + image + "<br>" + caption + "</p>";
            case "div br" -> "<div>" + image + "<br>\n<span>" + caption + "</span></div>";
            case "box" -> "<div class='ph'>" + image + "<p>" + caption + "</p></div>";
            case "box above" -> "<div class='ph'><p>" + caption + "</p>" + image + "</div>";
            case "rows" -> "<table><tr><td>" + image + "</td></tr><tr><td>" + caption + "</td></tr></table>";
            default -> "<figure>" + image + "<figcaption>" + caption + "</figcaption></figure>";
        };
    }

    private static String image(Photo photo, String copy) {
        String file = photo.file().replace(".jpg", copy + ".jpg");
        String alt = photo.alt();
        return "<img src='images/" + file + "'" + (alt == null ? "" : " alt='" + alt + "'") + ">";
    }
}
