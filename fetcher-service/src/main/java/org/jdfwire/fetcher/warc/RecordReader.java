package org.jdfwire.fetcher.warc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdfwire.contracts.page.Via;
import org.jdfwire.fetcher.address.CanonicalUrl;
import org.jdfwire.fetcher.address.HttpUrl;
import org.jdfwire.fetcher.http.Limits;
import org.jdfwire.fetcher.http.Wanted;
import org.jdfwire.fetcher.source.Capture;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageBody;
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
    private final Path file;
    private final Predicate<CanonicalUrl> takes;
    private final Instant now;
    private final SeenPayloads payloads = new SeenPayloads();

    RecordReader(Path file, Predicate<CanonicalUrl> takes, Instant now) {
        this.file = file;
        this.takes = takes;
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
            payloads.add(response.payloadDigest(), offset);
            return response(url, response, response.date());
        }
        if (captured instanceof WarcResource resource) {
            MediaType type = resource.contentType();
            return page(url, null, type.toString(), null, null, resource.body(), resource.date());
        }
        return captured instanceof WarcRevisit revisit
                ? revisit(url, revisit)
                : new ArchiveEntry.PassedOver("a record of type " + record.type());
    }

    /** A revisit stands for the response whose payload it names, at its own time. */
    private ArchiveEntry revisit(HttpUrl url, WarcRevisit revisit) throws IOException {
        Optional<WarcDigest> digest = revisit.payloadDigest();
        Long offset = digest.isPresent() ? payloads.offset(digest.get()) : null;
        if (offset == null) {
            return new ArchiveEntry.PassedOver("a revisit of what is not in this file");
        }
        try (WarcReader again = WarcRecords.open(file, offset)) {
            WarcRecord first = again.next().orElseThrow();
            return response(url, (WarcResponse) first, revisit.date());
        }
    }

    private ArchiveEntry response(HttpUrl url, WarcResponse response, Instant at) throws IOException {
        HttpResponse http = response.http();
        if (http.status() != 200) {
            return new ArchiveEntry.PassedOver("status " + http.status());
        }
        return page(
                url,
                http.status(),
                http.headers().first("Content-Type").orElse(""),
                http.headers().first("ETag").orElse(null),
                http.headers().first("Last-Modified").orElse(null),
                http.bodyDecoded(),
                at);
    }

    private static ArchiveEntry page(
            HttpUrl url,
            @Nullable Integer status,
            String contentType,
            @Nullable String etag,
            @Nullable String lastModified,
            MessageBody body,
            Instant at)
            throws IOException {
        if (!isPageOrFeed(contentType)) {
            return new ArchiveEntry.PassedOver("neither HTML nor a feed");
        }
        byte[] bytes;
        try (InputStream in = body.stream()) {
            bytes = in.readNBytes(Limits.PAGE_BYTES + 1);
        }
        if (bytes.length > Limits.PAGE_BYTES) {
            return new ArchiveEntry.PassedOver("more than " + Limits.PAGE_BYTES + " bytes");
        }
        if (bytes.length == 0) {
            return new ArchiveEntry.PassedOver("without a body");
        }
        return new ArchiveEntry.Page(
                url, new Capture(bytes, Via.WARC, url.toString(), status, contentType, etag, lastModified, at));
    }

    private static boolean isPageOrFeed(String contentType) {
        int end = contentType.indexOf(';');
        String mediaType =
                (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return Wanted.PAGE.accepts(mediaType) || Wanted.FEED.accepts(mediaType);
    }

    private static @Nullable HttpUrl url(String target) {
        try {
            return HttpUrl.parse(target);
        } catch (IllegalArgumentException e) {
            // archives hold dns: and metadata: too
            return null;
        }
    }
}
