package org.jdfwire.bench.pipeline;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.page.Via;

/**
 * The topics page of an issue, with one invented topic.
 *
 * @param issue its number
 * @param body its bytes, UTF-8
 */
public record SamplePage(int issue, byte[] body) {
    private static final Pattern ISSUE = Pattern.compile("/jdf/no(\\d+)/");

    /** Returns the page of an issue. */
    public static SamplePage of(int issue) {
        String html = """
                <!DOCTYPE html>
                <!-- sample page: invented -->
                <html lang="en"><head><meta charset="UTF-8">
                <title>TOPICS | JDF - Japan Defense Focus (No.%1$d) | Japan Ministry of Defense</title></head><body>
                <p>Japan Defense Focus No.%1$d Nov. 2026</p>
                <h2>TOPICS</h2>
                <h3>Sample Exercise %1$d with Australia</h3>
                <p><img src="au.png" alt="Flag:australia"><img src="jp.png" alt="Flag:japan"></p>
                <p>On October 1, ships of both countries met for the sample exercise number %1$d off Shikoku.</p>
                <p><a href="#top">PAGE TOP</a></p>
                </body></html>
                """.formatted(issue);
        return new SamplePage(issue, html.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns its address, as on the site. */
    public String url() {
        return "https://www.mod.go.jp/en/jdf/no" + issue + "/topics.html";
    }

    /** Returns how the parser gets it, fetched now. */
    public PageFetched fetched() {
        PageRef page = new PageRef(url(), 1, Json.sha256(body), Instant.now());
        return new PageFetched(page, Via.FILE, url(), null, null, null, "text/html");
    }

    /** Returns the issue whose address stands in a line, or -1. */
    static int issueIn(String line) {
        Matcher issue = ISSUE.matcher(line);
        return issue.find() ? Integer.parseInt(issue.group(1)) : -1;
    }
}
