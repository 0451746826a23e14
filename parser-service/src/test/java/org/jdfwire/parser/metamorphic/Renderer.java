package org.jdfwire.parser.metamorphic;

import java.util.List;
import java.util.stream.Collectors;
import org.jdfwire.parser.metamorphic.LogicalPage.Chapter;
import org.jdfwire.parser.metamorphic.LogicalPage.Item;
import org.jdfwire.parser.metamorphic.LogicalPage.News;
import org.jdfwire.parser.metamorphic.LogicalPage.Photo;

/**
 * Renders a logical page in one of very many markups.
 *
 * <p>It makes nothing that a reader could not tell apart: where two things would look the same, one of them gets another
 * form, and the comment there says why.
 */
final class Renderer {
    private final Choices choices;
    private final HeadingMarkup headings;
    private final FlagMarkup flags;
    private final BodyMarkup body;
    private final PhotoMarkup photos;
    private final String container;
    private final String itemContainer;
    private final String top;
    private final String twin;

    Renderer(Choices choices, LogicalPage page) {
        this.choices = choices;
        boolean several = page.news().stream().anyMatch(news -> news.items().size() > 1);
        this.headings = new HeadingMarkup(choices, page);
        this.flags = new FlagMarkup(choices, several || page.chapters().size() > 1);
        this.body = new BodyMarkup(choices, headings);
        this.photos = new PhotoMarkup(choices, headings.isPlain());
        this.container =
                choices.of("container", "none", "div", "section", "article", "table", "deep", "dl", "li", "rows");
        // where flags stand in the text, only a container tells whose the photos between two items are
        this.itemContainer = several && flags.isInText()
                ? choices.of("item", "div", "table", "li", "blockquote")
                : choices.of("item", "none", "none", "div", "table", "li", "blockquote");
        this.top = choices.of("top", "end", "each", "img", "none", "japanese");
        this.twin = choices.of("twin", "none", "none", "none", "whole page", "hidden", "printed");
    }

    /** Returns the document, without its declaration of an encoding. */
    static String render(Choices choices, LogicalPage page) {
        return new Renderer(choices, page).document(page);
    }

    private String document(LogicalPage page) {
        FurnitureMarkup furniture = new FurnitureMarkup(choices, page);
        String news = page.chapters().stream().map(this::chapter).collect(Collectors.joining("\n"));
        String rows = container.equals("rows") ? "<table>\n" + news + "</table>" : news;
        return furniture.head() + furniture.above() + twins(rows) + furniture.below(top) + "</body></html>\n";
    }

    private String twins(String news) {
        return switch (twin) {
            case "whole page" -> "<div class=forpc>" + news + "</div>\n<div class=forphones>" + news + "</div>\n";
            case "hidden" ->
                news + "<div style='display: none'><h3>A Hidden Heading</h3><p>On May 1, this was hidden.</p></div>\n";
            case "printed" ->
                "<style>.p1{display:none} @media print {.p1{display:block}}</style>" + news
                        + "<div class='p1'><h3>Printed</h3><p>On May 1, this was printed.</p></div>\n";
            default -> news;
        };
    }

    private String chapter(Chapter chapter) {
        String news = chapter.news().stream().map(this::news).collect(Collectors.joining("\n"));
        String title = chapter.title();
        if (title == null) {
            return news;
        }
        String heading = headings.chapter(title);
        return (container.equals("rows") ? "<tr><td>" + heading + "</td></tr>" : heading) + "\n" + news;
    }

    private String news(News news) {
        String lead = flags.isAtHeading() ? flags.of(news.items().get(0).flags()) : "";
        boolean fused = headings.isFused();
        StringBuilder html = new StringBuilder(fused ? "" : headings.of(news.title(), lead, flags.isInHeading()));
        for (Item item : news.items()) {
            html.append('\n').append(item(news, item, fused ? headings.fused(news.title()) : ""));
        }
        if (top.equals("each")) {
            html.append("\n<p><a href='#'>PAGE TOP</a></p>");
        }
        return Containers.wrap(container, html.toString());
    }

    private String item(News news, Item item, String heading) {
        String flagHtml = flags.isAtHeading() ? "" : flags.of(item.flags());
        StringBuilder html = new StringBuilder(flags.isInText() ? "" : flagHtml);
        body.open((flags.isInText() ? flagHtml : "") + heading);
        List<LogicalPage.Part> parts = item.parts();
        for (int i = 0; i < parts.size(); i++) {
            if (!(parts.get(i) instanceof Photo photo)) {
                html.append('\n').append(body.of(parts.get(i)));
            } else if (i + 1 < parts.size() && parts.get(i + 1) instanceof Photo next && photos.pairs(photo, next)) {
                html.append('\n').append(photos.pair(photo, next));
                i++;
            } else if (photos.floats(photo) && i == 0 && parts.get(1) instanceof LogicalPage.Paragraph) {
                // only beside the first paragraph, which is a whole sentence: shorter words would be its caption
                body.lead(photos.floating(photo));
            } else {
                String image = photos.of(photo, news.title());
                // beside short words on the same line it would look captioned
                html.append('\n').append(body.isLoose() && photos.isBare(photo) ? "<p>" + image + "</p>" : image);
            }
        }
        html.append(body.close());
        return Containers.wrap(itemContainer, html.toString());
    }
}
