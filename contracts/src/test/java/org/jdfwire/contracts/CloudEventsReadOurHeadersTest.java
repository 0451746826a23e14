package org.jdfwire.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.contracts.page.Via;
import org.junit.jupiter.api.Test;

/** The CloudEvents project's own library is the judge of our headers. */
class CloudEventsReadOurHeadersTest {

    @Test
    void asABinaryModeMessage() {
        PageFetched event = new PageFetched(Samples.PAGE, Via.HTTP, Samples.URL, 200, null, null, "text/html");
        Headers headers = new RecordHeaders();
        event.toHeaders().forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        byte[] body = "<p>as received</p>".getBytes(StandardCharsets.UTF_8);

        CloudEvent read = KafkaMessageFactory.createReader(headers, body).toEvent();

        assertThat(read.getId()).isEqualTo(Samples.URL + "@2");
        assertThat(read.getType()).isEqualTo("org.jdfwire.page.fetched.v1");
        assertThat(read.getSource()).hasToString("/jdfwire/fetcher");
        assertThat(read.getTime()).isEqualTo(Samples.PAGE.fetchedAt().atOffset(ZoneOffset.UTC));
        assertThat(read.getExtension("pageversion")).isEqualTo("2");
        assertThat(read.getDataContentType()).isEqualTo("text/html");
        assertThat(read.getData().toBytes()).isEqualTo(body);
    }
}
