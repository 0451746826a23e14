package org.jdfwire.store.diff;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.HtmlUtils;

/** A diff as an HTML document with {@code del} and {@code ins}; whatever the page said is escaped. */
public final class HtmlDiff {
    private HtmlDiff() {}

    /** Writes a diff. */
    public static String write(TopicDiff diff) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"")
                .append(escaped(diff.language()))
                .append("\">\n<head><meta charset=\"utf-8\"><title>")
                .append(escaped(diff.topicId()))
                .append("</title></head>\n<body>\n<h1>")
                .append(escaped(diff.topicId()))
                .append("</h1>\n<p>From ");
        TopicDiff.Side from = diff.from();
        html.append(from == null ? "nothing" : escaped(PlainDiff.side(from)))
                .append("<br>to ")
                .append(escaped(PlainDiff.side(diff.to())))
                .append("</p>\n");
        for (TopicDiff.Field field : diff.fields()) {
            html.append("<h2>").append(escaped(field.name())).append("</h2>\n<p>");
            field.segments().forEach(segment -> html.append(marked(segment)));
            html.append("</p>\n");
        }
        return html.append("</body>\n</html>\n").toString();
    }

    private static String marked(Segment segment) {
        String text = escaped(segment.text()).replace("\n", "<br>\n");
        return switch (segment.op()) {
            case EQUAL -> text;
            case DELETE -> "<del>" + text + "</del>";
            case INSERT -> "<ins>" + text + "</ins>";
        };
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
