package org.jdfwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever lands in the inbox is taken or refused with a reason, and everything else goes on. */
class JunkIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path data;

    @Test
    void isRefusedWithAReasonAndEverythingElseGoesOn() throws Exception {
        Map<String, byte[]> junk = new LinkedHashMap<>();
        junk.put("empty.html", new byte[0]);
        junk.put("zeros.html", new byte[30 * 1024 * 1024]);
        junk.put("picture.html", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13});
        junk.put("nested.html", nested(100_000));
        junk.put("invalid.html", invalidUtf8());
        junk.put("bomb.html", zipBomb());
        try (Instance jdfwire = Instance.up(data)) {
            int issue = 301;
            for (Map.Entry<String, byte[]> file : junk.entrySet()) {
                jdfwire.drop(file.getKey(), file.getValue(), SamplePages.url(issue++));
            }
            jdfwire.drop("page.html", SamplePages.page(400, "On October 1, a drill."), SamplePages.url(400));

            await().atMost(SOON).until(jdfwire::inboxIsEmpty);
            await().atMost(SOON).until(() -> jdfwire.journal().size() >= 2);
            for (String name : junk.keySet()) {
                await().atMost(SOON).until(() -> isRefused(jdfwire, name));
            }
            assertThat(jdfwire.journal())
                    .as("only the real page, No.400, became news")
                    .allMatch(
                            change -> change.path("page").path("url").asString().equals(SamplePages.url(400)));
            assertThat(reason(jdfwire, "empty.html")).contains("empty");
            assertThat(reason(jdfwire, "zeros.html")).contains("10");
            assertThat(reason(jdfwire, "picture.html")).containsIgnoringCase("png");
            assertThat(reason(jdfwire, "bomb.html")).containsIgnoringCase("zip");
        }
    }

    /** Before it was published, with a reason beside the file; or after, by the parser. */
    private static boolean isRefused(Instance jdfwire, String name) {
        return !reason(jdfwire, name).isEmpty() || isRejected(jdfwire, name);
    }

    private static String reason(Instance jdfwire, String name) {
        Path reason = jdfwire.inbox().resolve("failed").resolve(name + ".reason.txt");
        try {
            return Files.exists(reason) ? Files.readString(reason) : "";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean isRejected(Instance jdfwire, String name) {
        String url = SamplePages.url(name.startsWith("nested") ? 304 : 305);
        return jdfwire.get("/v1/rejects")
                .path("rejects")
                .valueStream()
                .anyMatch(reject -> reject.path("url").asString().equals(url)
                        && !reject.path("detail").asString().isEmpty());
    }

    private static byte[] nested(int levels) {
        return ("<html><body>" + "<div>".repeat(levels) + "deep" + "</div>".repeat(levels) + "</body></html>")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] invalidUtf8() {
        byte[] page = SamplePages.page(305, "On October 1, a drill.");
        for (int i = page.length / 2; i < page.length - 40; i += 3) {
            page[i] = (byte) (i % 2 == 0 ? 0xff : 0xc0);
        }
        return page;
    }

    private static byte[] zipBomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("bomb.html"));
            byte[] block = new byte[1024 * 1024];
            for (int i = 0; i < 100; i++) {
                zip.write(block);
            }
        }
        return bytes.toByteArray();
    }
}
