package org.jdfwire.store.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jdfwire.contracts.Json;
import org.jdfwire.store.access.AccessProperties;
import org.jdfwire.store.document.AsyncApi;
import org.jdfwire.store.document.OpenApi;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /v1/openapi} and {@code GET /v1/asyncapi}: the store's interfaces, described for machines. */
@RestController
final class DocumentsEndpoint {
    private static final List<MediaType> FORMS = List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_YAML);

    private final Supplier<Forms> openApi;
    private final Supplier<Forms> asyncApi;

    DocumentsEndpoint(AccessProperties access, ServerProperties server) {
        boolean open = access.isReadingOpen(server.getAddress());
        // made when somebody first asks: most stores are never asked
        openApi = SingletonSupplier.of(() -> Forms.of(OpenApi.write(Operations.all(), open)));
        asyncApi = SingletonSupplier.of(() -> Forms.of(AsyncApi.write()));
    }

    /** A document in each of its forms. */
    private record Forms(byte[] json, byte[] yaml) {
        static Forms of(ObjectNode document) {
            DumperOptions blocks = new DumperOptions();
            blocks.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
            byte[] json = Json.bytes(document);
            String yaml = new Yaml(blocks).dump(Json.read(json, Map.class));
            return new Forms(json, yaml.getBytes(StandardCharsets.UTF_8));
        }
    }

    @GetMapping("/v1/openapi")
    ResponseEntity<byte[]> openApi(ServerHttpRequest request) {
        return answer(request, openApi);
    }

    @GetMapping("/v1/asyncapi")
    ResponseEntity<byte[]> asyncApi(ServerHttpRequest request) {
        return answer(request, asyncApi);
    }

    private static ResponseEntity<byte[]> answer(ServerHttpRequest request, Supplier<Forms> document) {
        Parameters.none(request);
        MediaType form = Accept.preferred(request.getHeaders(), FORMS);
        Forms forms = document.get();
        byte[] body = form.equals(MediaType.APPLICATION_YAML) ? forms.yaml() : forms.json();
        return ResponseEntity.ok()
                .contentType(form)
                .eTag('"' + Json.sha256(body) + '"')
                .cacheControl(CacheControl.noCache())
                .body(body);
    }
}
