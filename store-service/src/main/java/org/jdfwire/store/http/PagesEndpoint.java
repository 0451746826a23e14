package org.jdfwire.store.http;

import java.time.Duration;
import org.jdfwire.contracts.Checks;
import org.jdfwire.contracts.Json;
import org.jdfwire.store.archive.PageArchive;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /v1/pages/{sha256}} and {@code GET /v1/pages/{sha256}/observations}: the exact bytes of a page, and when
 * and where they were seen.
 *
 * <p>The bytes are another site's: they go out as an attachment of no type, so that no browser ever runs them as ours.
 */
@RestController
final class PagesEndpoint {
    private static final String BYTES = "/v1/pages/{sha256}";
    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final PageArchive archive;

    PagesEndpoint(PageArchive archive) {
        this.archive = archive;
    }

    @GetMapping(BYTES)
    ResponseEntity<byte[]> bytes(@PathVariable("sha256") String text, ServerHttpRequest request) {
        Parameters.none(request);
        String sha256 = sha256(text);
        byte[] body = archive.find(sha256);
        if (body == null) {
            throw Problem.unknown("page", sha256);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(sha256 + ".bin")
                                .build()
                                .toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'")
                .eTag('"' + sha256 + '"')
                // what a hash stands for never changes; who may read it may
                .cacheControl(CacheControl.maxAge(FOR_EVER).cachePrivate().immutable())
                .body(body);
    }

    @GetMapping(path = BYTES + "/observations", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] observations(@PathVariable("sha256") String text, ServerHttpRequest request) {
        Parameters.none(request);
        String sha256 = sha256(text);
        PageArchive.Entry entry = archive.describe(sha256);
        if (entry == null) {
            throw Problem.unknown("page", sha256);
        }
        return Json.bytes(entry);
    }

    private static String sha256(String text) {
        return Parameters.read("sha256", text, "64 lower-case hex digits", hash -> Checks.sha256("sha256", hash));
    }
}
