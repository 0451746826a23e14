package org.jdfwire.standalone;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.archive.format.warc.WARCConstants.WARCRecordType;
import org.archive.io.warc.WARCRecordInfo;
import org.archive.io.warc.WARCWriter;
import org.archive.io.warc.WARCWriterPoolSettingsData;
import org.archive.uid.UUIDGenerator;

/** Writes archives with the library of the Internet Archive's own crawler, which is not the one that reads them. */
final class Warcs {
    private Warcs() {}

    /** One answer of a host, as a crawler keeps it. */
    record Captured(String url, Instant at, byte[] body) {}

    /** Writes a file, gzipped record by record where its name says so. */
    static void write(Path file, List<Captured> captures) throws IOException {
        boolean compressed = file.toString().endsWith(".gz");
        try (OutputStream out = Files.newOutputStream(file)) {
            WARCWriter writer = new WARCWriter(
                    new AtomicInteger(),
                    out,
                    new File(file.getFileName().toString()),
                    new WARCWriterPoolSettingsData(
                            "sample",
                            "${prefix}-${serialno}",
                            Long.MAX_VALUE,
                            compressed,
                            List.of(),
                            List.of("software: sample"),
                            new UUIDGenerator()));
            writer.writeWarcinfoRecord(file.getFileName().toString());
            for (Captured capture : captures) {
                writer.writeRecord(record(capture));
            }
            writer.close();
        }
    }

    private static WARCRecordInfo record(Captured capture) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.writeBytes(("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nETag: \"archived\"\r\nContent-Length: "
                        + capture.body().length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        block.writeBytes(capture.body());
        WARCRecordInfo record = new WARCRecordInfo();
        record.setType(WARCRecordType.response);
        record.setUrl(capture.url());
        record.setCreate14DigitDate(capture.at().toString());
        record.setMimetype("application/http; msgtype=response");
        record.setRecordId(URI.create("urn:uuid:" + UUID.randomUUID()));
        record.setContentStream(new ByteArrayInputStream(block.toByteArray()));
        record.setContentLength(block.size());
        return record;
    }
}
