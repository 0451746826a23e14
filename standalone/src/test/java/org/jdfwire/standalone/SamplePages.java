package org.jdfwire.standalone;

import java.nio.charset.StandardCharsets;

/** Pages of this project's own writing, in the shape of issues 113 to 133. */
public final class SamplePages {
    private SamplePages() {}

    /** Returns the address of the topics page of an issue. */
    public static String url(int issue) {
        return "https://www.mod.go.jp/en/jdf/no" + issue + "/topics.html";
    }

    /** Returns a topics page with one topic a text; each text is the topic's only paragraph. */
    public static byte[] page(int issue, String... texts) {
        StringBuilder html = new StringBuilder()
                .append(
                        "<!DOCTYPE html>\n<!-- sample page: invented -->\n<html lang=\"en\"><head><meta charset=\"UTF-8\">\n")
                .append("<title>TOPICS | JDF - Japan Defense Focus (No.")
                .append(issue)
                .append(") | Japan Ministry of Defense</title></head><body>\n<p>Japan Defense Focus No.")
                .append(issue)
                .append(" Nov. 2026</p>\n<h2>TOPICS</h2>\n");
        for (int i = 0; i < texts.length; i++) {
            html.append("<h3>Sample Topic ")
                    .append((char) ('A' + i))
                    .append(" with Australia</h3>\n<p><img src=\"au.png\" alt=\"Flag:australia\">")
                    .append("<img src=\"jp.png\" alt=\"Flag:japan\"></p>\n<p>")
                    .append(texts[i])
                    .append("</p>\n");
        }
        return html.append("<p><a href=\"#top\">PAGE TOP</a></p>\n</body></html>\n")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }
}
