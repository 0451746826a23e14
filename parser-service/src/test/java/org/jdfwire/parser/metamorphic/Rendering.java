package org.jdfwire.parser.metamorphic;

import java.time.Instant;
import java.util.Map;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.page.Via;

/**
 * One logical page in one markup, made again from its number alone.
 *
 * @param page what it says
 * @param url where it stands
 * @param content its bytes
 * @param choices what was drawn for its markup
 */
record Rendering(long number, LogicalPage page, String url, PageBytes content, Map<String, String> choices) {
    private static final String SITE = "https://www.mod.go.jp";

    static Rendering of(long number) {
        Choices choices = new Choices(number);
        LogicalPage page = LogicalPages.invent(choices);
        PageBytes content = PageBytes.of(choices, Renderer.render(choices, page));
        return new Rendering(number, page, url(choices, page), content, choices.chosen());
    }

    private static String url(Choices choices, LogicalPage page) {
        if (page.number() >= 107) {
            return SITE + String.format("/en/jdf/no%d/%s.html", page.number(), page.section());
        }
        boolean phone =
                page.number() > 50 && choices.of("address", "desk", "phone").equals("phone");
        String form = phone ? "/e/jdf/sp/no%02d/sp_%s.html" : "/e/jdf/no%02d/%s.html";
        return SITE + String.format(form, page.number(), page.section());
    }

    PageFetched fetched() {
        PageRef ref = new PageRef(url, 1, Json.sha256(content.bytes()), Instant.EPOCH);
        return new PageFetched(ref, Via.FILE, url, null, null, null, content.contentType());
    }
}
