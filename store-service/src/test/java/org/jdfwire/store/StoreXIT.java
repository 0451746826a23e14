package org.jdfwire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jdfwire.store.Pages.MORNING;
import static org.jdfwire.store.Pages.NOON;
import static org.jdfwire.store.Pages.PARSER;
import static org.jdfwire.store.Pages.manifest;
import static org.jdfwire.store.Pages.page;
import static org.jdfwire.store.Pages.topic;

import java.util.List;
import org.jdfwire.contracts.page.PageRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StoreXIT {
    private static StoreRig rig;

    @BeforeAll
    static void start() {
        rig = new StoreRig().start();
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    void smoke() {
        PageRef v1 = page(133, 1, MORNING, "v1");
        rig.send(topic(133, "germany", v1, PARSER, "One."));
        rig.send(topic(133, "france", v1, PARSER, "Un."));
        rig.send(manifest(133, v1, PARSER, "germany", "france"));
        List<JsonNode> changes = rig.changes(3);
        System.out.println(changes);
        for (String p : new String[] {"/v1/changes?limit=1", "/v1/topics", "/v1/topics/jdf-133-topics-germany", "/v1/issues", "/v1/issues/133", "/v1/rejects", "/feeds/topics.atom", "/v1/nix", "/v1/changes?x=1"}) {
            var r = rig.get(rig.uri(p));
            System.out.println(p + " " + r.statusCode() + " " + r.headers().map() + "\n   " + r.body());
        }
        System.out.println(rig.get(rig.management("/actuator/health")).body());
        assertThat(rig.published()).hasSize(3);
    }
}
