package org.jdfwire.store.document;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.impl.DefinitionKey;
import com.github.victools.jsonschema.generator.naming.SchemaDefinitionNamingStrategy;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.github.victools.jsonschema.module.jackson.JacksonSchemaModule;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.change.Cursor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schemas of records, made from the records themselves and named after them; not safe for several threads.
 *
 * <p>What is {@link Nullable} may be absent and all else is required, as {@link Json#MAPPER} leaves out nulls; only what
 * has {@link JsonInclude.Include#ALWAYS} is null instead. Unknown
 * members are allowed: a client must take those that come later. Only what drafts 7 and 2020-12 have in common is used,
 * for OpenAPI reads them as the one and AsyncAPI as the other.
 */
public final class SchemaBook {
    private static final String PLACE = "components/schemas";
    private static final String HASH = "^sha256:[0-9a-f]{64}$";
    private static final String SHA256 = "^[0-9a-f]{64}$";
    private static final Map<String, String> PATTERNS =
            Map.of("hash", HASH, "previousHash", HASH, "contentHash", HASH, "sha256", SHA256, "supersededBy", SHA256);

    private static final Set<Class<?>> NUMBERS = Set.of(int.class, Integer.class, long.class, Long.class);

    private final SchemaBuilder builder;

    public SchemaBook() {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        Json.MAPPER, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .without(Option.SCHEMA_VERSION_INDICATOR, Option.VALUES_FROM_CONSTANT_FIELDS)
                .with(Option.DEFINITIONS_FOR_ALL_OBJECTS, Option.PLAIN_DEFINITION_KEYS, Option.STANDARD_FORMATS)
                .with(new JacksonSchemaModule(JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE));
        config.forTypesInGeneral()
                .withCustomDefinitionProvider(SchemaBook::special)
                .withDefinitionNamingStrategy(new Names())
                // the order of the components, which is that of the JSON
                .withPropertySorter((one, other) -> 0);
        config.forFields()
                .withRequiredCheck(field -> !isNullable(field) || isAlwaysThere(field))
                .withNullableCheck(field -> isNullable(field) && isAlwaysThere(field))
                .withStringPatternResolver(SchemaBook::pattern)
                .withNumberInclusiveMinimumResolver(SchemaBook::minimum);
        builder = new SchemaGenerator(config.build()).buildMultipleSchemaDefinitions();
    }

    /** Returns a schema that points to that of the type. */
    public ObjectNode reference(Type type) {
        return builder.createSchemaReference(type);
    }

    /** Returns the schemas that were pointed to, by name. */
    public ObjectNode schemas() {
        return builder.collectDefinitions(PLACE);
    }

    private static boolean isNullable(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean isAlwaysThere(FieldScope field) {
        JsonInclude inclusion = field.getRawMember().getAnnotation(JsonInclude.class);
        return inclusion != null && inclusion.value() == JsonInclude.Include.ALWAYS;
    }

    private static @Nullable String pattern(FieldScope field) {
        return field.isFakeContainerItemScope() ? null : PATTERNS.get(field.getName());
    }

    /** Every number is a count or a place. */
    private static @Nullable BigDecimal minimum(FieldScope field) {
        return NUMBERS.contains(field.getType().getErasedType()) ? BigDecimal.ZERO : null;
    }

    private static @Nullable CustomDefinition special(ResolvedType type, SchemaGenerationContext context) {
        if (type.getErasedType() == Cursor.class) {
            return inline(cursor());
        }
        if (type.getErasedType() == YearMonth.class) {
            return inline(Parameter.matching("^[0-9]{4}-[0-9]{2}$"));
        }
        if (type.isInstanceOf(Map.class)) {
            return inline(map(type, context));
        }
        // the only tree in our records is a patch
        return type.isInstanceOf(JsonNode.class)
                ? new CustomDefinition(
                        patch(), CustomDefinition.DefinitionType.STANDARD, CustomDefinition.AttributeInclusion.NO)
                : null;
    }

    private static CustomDefinition inline(ObjectNode schema) {
        return new CustomDefinition(schema, CustomDefinition.INLINE_DEFINITION, CustomDefinition.INCLUDING_ATTRIBUTES);
    }

    /** Returns the schema of a cursor. */
    static ObjectNode cursor() {
        return Parameter.matching("^(0|[1-9][0-9]{0,18})$");
    }

    private static ObjectNode map(ResolvedType type, SchemaGenerationContext context) {
        List<ResolvedType> parameters = type.typeParametersFor(Map.class);
        ObjectNode map = Json.MAPPER.createObjectNode().put("type", "object");
        if (parameters.get(0).isInstanceOf(Enum.class)) {
            map.set("propertyNames", context.createDefinitionReference(parameters.get(0)));
        }
        return map.set("additionalProperties", context.createDefinitionReference(parameters.get(1)));
    }

    private static ObjectNode patch() {
        return (ObjectNode) Json.MAPPER.readTree("""
                {"type": "array", "description": "RFC 6902, from the state before to the state after", "items": {
                  "type": "object",
                  "properties": {
                    "op": {"type": "string", "enum": ["add", "remove", "replace", "move", "copy", "test"]},
                    "path": {"type": "string"},
                    "from": {"type": "string"},
                    "value": {"description": "any JSON"}},
                  "required": ["op", "path"]}}""");
    }

    /** A record's name; one inside another has that one's name before its own where it says too little by itself. */
    private static final class Names implements SchemaDefinitionNamingStrategy {
        private static final String VIEW = "View";

        @Override
        public String getDefinitionNameForKey(DefinitionKey key, SchemaGenerationContext context) {
            Class<?> type = key.getType().getErasedType();
            if (JsonNode.class.isAssignableFrom(type)) {
                return "Patch";
            }
            String name = type.getSimpleName();
            if (name.endsWith(VIEW)) {
                return name.substring(0, name.length() - VIEW.length());
            }
            Class<?> outer = type.getEnclosingClass();
            return outer != null && outer.isRecord() ? outer.getSimpleName() + name : name;
        }

        @Override
        public void adjustDuplicateNames(Map<DefinitionKey, String> alike, SchemaGenerationContext context) {
            throw new IllegalStateException("schemas of one name: " + alike);
        }
    }
}
