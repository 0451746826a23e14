package org.jdfwire.store.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jdfwire.store.StoreRig;
import org.junit.jupiter.api.Test;

/** A store before its first change. */
class EmptyStoreXIT {
    @Test
    void itsFeedsAreConditionalAllTheSame() {
        try (StoreRig rig = new StoreRig().start()) {
            for (String path : new String[] {"/feeds/topics.atom", "/feeds/topics.json"}) {
                HttpResponse<String> response = rig.get(rig.uri(path));
                assertThat(response.statusCode()).as(path).isEqualTo(200);
                String etag = response.headers().firstValue("ETag").orElseThrow();
                assertThat(rig.get(rig.uri(path), "If-None-Match", etag).statusCode())
                        .isEqualTo(304);
            }
        }
    }
}
