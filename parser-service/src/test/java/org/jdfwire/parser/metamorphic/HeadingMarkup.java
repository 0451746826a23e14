package org.jdfwire.parser.metamorphic;

import java.util.ArrayList;
import java.util.List;
import org.jdfwire.parser.metamorphic.LogicalPage.News;
import org.jdfwire.parser.metamorphic.LogicalPage.Part;
import org.jdfwire.parser.metamorphic.LogicalPage.Photo;
import org.jdfwire.parser.metamorphic.LogicalPage.Question;
import org.jdfwire.parser.metamorphic.LogicalPage.SubHeading;

/** Forms of headings: of topics, of chapters above them, of parts below them. */
final class HeadingMarkup {
    private static final List<String> ELEMENTS =
            List.of("h2", "h3", "h4", "h5", "h image", "h span", "h link", "link h", "h twins", "h br", "h unclosed");
    private static final List<String> LABELS = List.of("dt", "th", "caption");
    private static final List<String> BOLD = List.of(
            "p b", "p strong", "div b", "font", "big", "styled", "b br", "center b", "td b", "p font b", "run in");

    private final String form;
    private final String sub;
    private final String numbered;
    private int count;

    HeadingMarkup(Choices choices, LogicalPage page) {
        List<String> forms = new ArrayList<>(ELEMENTS);
        forms.addAll(LABELS);
        forms.addAll(BOLD);
        // a line of plain text or a lone picture is a heading only where nothing else on the page looks like one
        if (page.chapters().size() == 1 && !has(page, SubHeading.class) && !has(page, Question.class)) {
            forms.add("plain");
            if (!hasCaptions(page)) {
                forms.add("image");
            }
        }
        this.form = choices.of("heading", forms);
        List<String> below = new ArrayList<>(List.of("plain"));
        List<String> same = new ArrayList<>(List.of("plain", "bold"));
        if (ELEMENTS.contains(form)) {
            below.addAll(List.of("h6", "bold", "dt"));
            same.addAll(List.of("h5", "h6", "dt"));
        } else if (LABELS.contains(form)) {
            below.add("bold");
            same.add("dt");
        }
        this.sub = choices.of("sub", below);
        this.numbered = choices.of("numbered", same);
    }

    private static boolean has(LogicalPage page, Class<? extends Part> type) {
        return items(page).stream().anyMatch(item -> item.parts().stream().anyMatch(type::isInstance));
    }

    private static boolean hasCaptions(LogicalPage page) {
        return items(page).stream().flatMap(item -> item.photos().stream()).anyMatch(HeadingMarkup::hasCaption);
    }

    private static boolean hasCaption(Photo photo) {
        return photo.caption() != null;
    }

    private static List<LogicalPage.Item> items(LogicalPage page) {
        return page.chapters().stream()
                .flatMap(chapter -> chapter.news().stream())
                .map(News::items)
                .flatMap(List::stream)
                .toList();
    }

    /** Whether nothing in the markup sets headings off. */
    boolean isPlain() {
        return form.equals("plain") || form.equals("image");
    }

    String chapter(String title) {
        return "<h1>" + title + "</h1>";
    }

    /** Returns the heading, with its flags inside or before it. */
    String of(String title, String flags, boolean inside) {
        count++;
        return inside ? of(flags + title) : (flags.isEmpty() ? "" : "<p>" + flags + "</p>") + of(title);
    }

    private String of(String title) {
        return switch (form) {
            case "h2", "h3", "h4", "h5" -> "<" + form + ">" + title + "</" + form + ">";
            case "h image" -> "<h3>" + image(title) + "</h3>";
            case "h span" -> "<h3 class=midashi><span>" + title.replace(" ", "&nbsp;") + "</span></h3>";
            case "h link" -> "<h4><a href='#t" + count + "'>" + title + "</a></h4>";
            case "link h" -> "<a name='t" + count + "'><h3>" + title + "</h3></a>";
            case "h twins" -> "<h3><span class=forpc>" + title + "</span><span class=forphones>" + title + "</span></h3>";
            case "h br" -> "<h3>" + broken(title) + "</h3>";
            case "h unclosed" -> "<h3>" + title + "<div></div>";
            case "dt" -> "<dl><dt>" + title + "</dt></dl>";
            case "th" -> "<table><tr><th>" + title + "</th></tr></table>";
            case "caption" -> "<table><caption>" + title + "</caption><tr><td></td></tr></table>";
            case "p b" -> "<p><b>" + title + "</b></p>";
            case "p strong" -> "<p class='ttl'><strong>" + title + "</strong></p>";
            case "div b" -> "<div><b>" + title + "</b></div>";
            case "font" -> "<br><br><font size='+1'>" + title + "</font><br><br>";
            case "big" -> "<br><br><big>" + title + "</big><br>\n<br>\n";
            case "b br" -> "<br><br><b>" + title + "</b><br>";
            case "center b" -> "<center><b>" + broken(title) + "</b></center>";
            case "td b" -> "<table><tr><td><b>" + title + "</b></td></tr></table>";
            case "p font b" -> "<p><font color='#003366'><b>" + title + "</b></font></p>";
            case "run in" -> "<div><strong>" + title + "</strong><br></div>";
            case "plain" -> "<div class=midashi>" + title + "</div>";
            case "image" -> "<p>" + image(title) + "</p>";
            default -> "<p style='font-weight: bold'>" + title + "</p>";
        };
    }

    private String image(String title) {
        int at = title.lastIndexOf('>') + 1;
        return title.substring(0, at) + "<img src='img/t" + count + ".gif' alt='" + title.substring(at) + "'>";
    }

    private static String broken(String title) {
        int space = title.lastIndexOf(' ');
        return title.substring(0, space) + "<br>\n" + title.substring(space + 1);
    }

    /** Returns a heading below a topic's. */
    String below(SubHeading heading) {
        return switch (heading.numbered() ? numbered : sub) {
            case "h5" -> "<h5>" + heading.text() + "</h5>";
            case "h6" -> "<h6>" + heading.text() + "</h6>";
            case "bold" -> "<p><b>" + heading.text() + "</b></p>";
            case "dt" -> "<dl><dt>" + heading.text() + "</dt></dl>";
            default -> "<p>" + heading.text() + "</p>";
        };
    }
}
