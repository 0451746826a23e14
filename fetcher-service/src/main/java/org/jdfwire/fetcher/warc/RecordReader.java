package org.jdfwire.fetcher.warc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdfwire.contracts.page.Via;
import org.jdfwire.fetcher.address.CanonicalUrl;
import org.jdfwire.fetcher.address.HttpUrl;
import org.jdfwire.fetcher.http.ChallengePages;
import org.jdfwire.fetcher.http.Limits;
import org.jdfwire.fetcher.http.TooLargeException;
import org.jdfwire.fetcher.http.UnknownCodingException;
import org.jdfwire.fetcher.http.Wanted;
import org.jdfwire.fetcher.source.Capture;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTruncationReason;

/** Reads a record as a page: as an HTTP client would have got it, chunks and content coding undone. */
final class RecordReader {
    private static final ArchiveEntry NO_PAGE = new ArchiveEntry.PassedOver("neither HTML nor a feed");

    private final Path file;
    private final Predicate<CanonicalUrl> takes;
    private final ArchiveShelf shelf;
    private final Instant now;
    private final ArchiveIndex responses = new ArchiveIndex();

    RecordReader(Path file, Predicate<CanonicalUrl> takes, ArchiveShelf shelf, Instant now) {
        this.file = file;
        this.takes = takes;
        this.shelf = shelf;
        this.now = now;
    }

    /**
     * Reads one record.
     *
     * @param offset where it begins
     * @throws IOException when it is broken; the library throws unchecked exceptions too
     */
    ArchiveEntry read(WarcRecord record, long offset) throws IOException {
        if (!(record instanceof WarcCaptureRecord captured)) {
            return new ArchiveEntry.PassedOver("a record of type " + record.type());
        }
        HttpUrl url = url(captured.target());
        if (url == null) {
            return new ArchiveEntry.PassedOver("not of an http or https URL");
        }
        if (!takes.test(CanonicalUrl.of(url))) {
            return new ArchiveEntry.PassedOver("of a page that is not watched");
        }
        if (captured.date().isAfter(now)) {
            return new ArchiveEntry.PassedOver("dated in the future");
        }
        if (!captured.truncated().equals(WarcTruncationReason.NOT_TRUNCATED)) {
            return new ArchiveEntry.PassedOver("truncated when it was captured");
        }
        if (captured instanceof WarcResponse response) {
            ArchiveEntry entry = response(url, response, new ArchiveShelf.Place(file, offset), response.date());
            responses.add(response, offset);
            return entry;
        }
        if (captured instanceof WarcResource resource) {
            return resource(url, resource);
        }
        return captured instanceof WarcRevisit revisit
                ? revisit(url, revisit)
                : new ArchiveEntry.PassedOver("a record of type " + record.type());
    }

    /** A revisit stands for the response whose payload it names, at its own time. */
    private ArchiveEntry revisit(HttpUrl url, WarcRevisit revisit) throws IOException {
        List<String> keys = ResponseKeys.of(revisit);
        if (keys.isEmpty()) {
            return new ArchiveEntry.PassedOver("a revisit that does not say of what");
        }
        Long offset = responses.find(keys);
        ArchiveShelf.Place place = offset != null ? new ArchiveShelf.Place(file, offset) : shelf.find(keys);
        if (place == null) {
            return new ArchiveEntry.Awaiting(keys);
        }
        try (WarcReader again = WarcRecords.open(place.file(), place.offset())) {
            WarcRecord first = again.next().orElseThrow();
            ArchiveEntry entry = response(url, (WarcResponse) first, place, revisit.date());
            WarcRecords.check(place.file(), place.offset());
            return entry;
        }
    }

    private ArchiveEntry response(HttpUrl url, WarcResponse response, ArchiveShelf.Place place, Instant at)
            throws IOException {
        HttpResponse http = response.http();
        if (http.status() != 200) {
            return new ArchiveEntry.PassedOver("status " + http.status());
        }
        String type = http.headers().first("Content-Type").orElse("");
        if (!isPageOrFeed(type)) {
            return NO_PAGE;
        }
        byte[] bytes;
        try {
            bytes = payload(response, http, place);
        } catch (TooLargeException | UnknownCodingException e) {
            return new ArchiveEntry.PassedOver(Objects.requireNonNull(e.getMessage()));
        }
        if (ChallengePages.matches(bytes)) {
            return new ArchiveEntry.PassedOver("a page that asks for a browser");
        }
        String etag = http.headers().first("ETag").orElse(null);
        String lastModified = http.headers().first("Last-Modified").orElse(null);
        return page(url, new Capture(bytes, Via.WARC, url.toString(), http.status(), type, etag, lastModified, at));
    }

    private ArchiveEntry resource(HttpUrl url, WarcResource resource) throws IOException {
        String type = resource.contentType().toString();
        if (!isPageOrFeed(type)) {
            return NO_PAGE;
        }
        byte[] bytes = resource.body().stream().readNBytes(Limits.PAGE_BYTES + 1);
        if (bytes.length > Limits.PAGE_BYTES) {
            return new ArchiveEntry.PassedOver("more than " + Limits.PAGE_BYTES + " bytes");
        }
        StatedDigest payload = StatedDigest.of("WARC-Payload-Digest", resource.payloadDigest());
        if (payload != null && !payload.isOf(bytes)) {
            throw payload.mismatch();
        }
        checkBlock(resource);
        return page(url, new Capture(bytes, Via.WARC, url.toString(), null, type, null, null, resource.date()));
    }

    private static byte[] payload(WarcResponse response, HttpResponse http, ArchiveShelf.Place place)
            throws IOException {
        StatedDigest stated = StatedDigest.of("WARC-Payload-Digest", response.payloadDigest());
        InputStream body = http.body().stream();
        if (stated == null) {
            byte[] bytes = AnswerBody.read(http, body);
            body.transferTo(OutputStream.nullOutputStream());
            checkBlock(response);
            return bytes;
        }
        DigestInputStream digesting = stated.digesting(body);
        byte[] bytes = AnswerBody.read(http, digesting);
        // some tools mean the body without its coding, some that with its chunks
        boolean matches = stated.isOfAll(digesting) || stated.isOf(bytes) || BlockBody.has(stated, place);
        if (!matches) {
            throw stated.mismatch();
        }
        checkBlock(response);
        return bytes;
    }

    private static void checkBlock(WarcRecord record) throws IOException {
        StatedDigest stated = StatedDigest.of("WARC-Block-Digest", record.blockDigest());
        if (stated == null) {
            return;
        }
        record.body().consume();
        Optional<WarcDigest> found = record.calculatedBlockDigest();
        if (found.isPresent() && !stated.is(found.get())) {
            throw stated.mismatch();
        }
    }

    private static ArchiveEntry page(HttpUrl url, Capture capture) {
        return capture.body().length == 0
                ? new ArchiveEntry.PassedOver("without a body")
                : new ArchiveEntry.Page(url, capture);
    }

    private static boolean isPageOrFeed(String contentType) {
        int end = contentType.indexOf(';');
        String mediaType =
                (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return Wanted.PAGE.accepts(mediaType) || Wanted.FEED.accepts(mediaType);
    }

    /** Returns the URL of a record; null where it is none of http or https. */
    static @Nullable HttpUrl url(String target) {
        try {
            return HttpUrl.parse(target);
        } catch (IllegalArgumentException e) {
            // archives hold dns: and metadata: too
            return null;
        }
    }
}
