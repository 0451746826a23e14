package org.jdfwire.parser.metamorphic;

import java.util.ArrayList;
import java.util.List;
import org.jdfwire.parser.metamorphic.LogicalPage.Item;
import org.jdfwire.parser.metamorphic.LogicalPage.Paragraph;
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
        // a line of plain text, a lone picture or a fused heading is one only where nothing else on the page looks like
        // it
        boolean parted = page.chapters().size() > 1
                || !page.parts(SubHeading.class).isEmpty()
                || !page.parts(Question.class).isEmpty();
        boolean captions = page.parts(Photo.class).stream().anyMatch(photo -> photo.caption() != null);
        if (page.chapters().size() == 1) {
            forms.add("h1");
        }
        if (!parted) {
            forms.add("plain");
        }
        if (!parted && !captions) {
            forms.add("image");
        }
        if (canFuse(page)) {
            forms.addAll(List.of("lead bold", "lead bold", "lead line", "lead line"));
            if (!parted && !captions && page.items().stream().allMatch(HeadingMarkup::opensWithADay)) {
                forms.addAll(List.of("fused", "fused", "fused"));
            }
        }
        this.form = choices.of("heading", forms);
        List<String> below = new ArrayList<>(List.of("plain"));
        List<String> same = new ArrayList<>(List.of("plain", "bold"));
        if (ELEMENTS.contains(form) || form.equals("h1")) {
            below.addAll(List.of("h6", "bold", "dt"));
            same.addAll(List.of("h5", "h6", "dt"));
        } else if (LABELS.contains(form)) {
            below.add("bold");
            same.add("dt");
        }
        this.sub = choices.of("sub", below);
        this.numbered = choices.of("numbered", same);
    }

    /** Two words before a sentence are no heading, and what stands before a fused heading is not under it. */
    private static boolean canFuse(LogicalPage page) {
        return page.items().stream()
                        .allMatch(item -> item.flags().isEmpty() && item.parts().get(0) instanceof Paragraph)
                && page.news().stream().allMatch(news -> news.title().split(" ").length > 2);
    }

    private static boolean opensWithADay(Item item) {
        return item.parts().get(0) instanceof Paragraph first && first.text().matches("(?:On|From) [A-Z].*");
    }

    /** Whether nothing in the markup sets headings off. */
    boolean isPlain() {
        return form.equals("plain") || form.equals("image") || form.equals("fused");
    }

    /** Whether headings stand in the first paragraph, before its words. */
    boolean isFused() {
        return form.equals("fused") || form.startsWith("lead");
    }

    String fused(String title) {
        return switch (form) {
            case "lead bold" -> "<b>" + title + "</b> ";
            case "lead line" -> "<strong>" + title + "</strong><br>\n";
            default -> title + " ";
        };
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
        int words = title.lastIndexOf('>') + 1;
        return switch (form) {
            case "h1", "h2", "h3", "h4", "h5" -> "<" + form + ">" + title + "</" + form + ">";
            case "h image" -> "<h3>" + image(title) + "</h3>";
            case "h span" ->
                "<h3 class='midashi'><span>" + title.substring(0, words)
                        + title.substring(words).replace(" ", "&nbsp;") + "</span></h3>";
            case "h link" -> "<h4><a href='#t" + count + "'>" + title + "</a></h4>";
            case "link h" -> "<a name='t" + count + "'><h3>" + title + "</h3></a>";
            case "h twins" ->
                "<h3><span class=forpc>" + title + "</span><span class=forphones>" + title + "</span></h3>";
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
