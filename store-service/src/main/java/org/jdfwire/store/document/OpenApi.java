package org.jdfwire.store.document;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdfwire.contracts.Json;
import tools.jackson.databind.node.ObjectNode;

/** Writes the OpenAPI 3.1 document of the HTTP interface. */
public final class OpenApi {
    static final String BEARER = "bearer";

    private OpenApi() {}

    /**
     * Returns the document.
     *
     * @param operations every call there is
     * @param readingOpen whether reading needs no token here
     */
    public static ObjectNode write(List<Operation> operations, boolean readingOpen) {
        SchemaBook schemas = new SchemaBook();
        ObjectNode document = Json.MAPPER.createObjectNode().put("openapi", "3.1.0");
        document.putObject("info").put("title", "JDF Wire").put("version", "1").put("description", """
                        Topics of Japan Defense Focus as a feed that can be resumed, replayed and checked. \
                        Each path that takes GET takes HEAD too. An unknown parameter is refused. \
                        Objects may get further members: ignore those you do not know.""");
        document.putArray("servers").addObject().put("url", "/");
        Set<Parameter> shared = shared(operations);
        ObjectNode paths = document.putObject("paths");
        for (Operation operation : operations) {
            paths.withObjectProperty(operation.path())
                    .set(operation.method(), operation.json(schemas, shared, readingOpen));
        }
        ObjectNode components = document.putObject("components");
        ObjectNode parameters = components.putObject("parameters");
        shared.forEach(parameter -> parameters.set(parameter.name(), parameter.json()));
        ObjectNode responses = components.putObject("responses");
        Refusal.ALL.forEach(refusal -> responses.set(Integer.toString(refusal.status()), refusal.json()));
        components.set("schemas", schemas.schemas().set("Problem", Refusal.schema()));
        components
                .putObject("securitySchemes")
                .putObject(BEARER)
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "./jdfwire token add NAME makes one.");
        return document;
    }

    /** Returns a pointer to a parameter that the document has once. */
    static ObjectNode pointer(Parameter shared) {
        return Json.MAPPER.createObjectNode().put("$ref", "#/components/parameters/" + shared.name());
    }

    /** Returns the query parameters that more than one call takes, the filters first of all. */
    private static Set<Parameter> shared(List<Operation> operations) {
        Set<Parameter> once = new HashSet<>();
        Set<Parameter> shared = new LinkedHashSet<>();
        for (Operation operation : operations) {
            for (Parameter parameter : operation.parameters()) {
                if (parameter.place() == Parameter.Place.QUERY && !once.add(parameter)) {
                    shared.add(parameter);
                }
            }
        }
        return shared;
    }
}
