package org.jdfwire.store;

import com.mongodb.client.MongoClient;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/** Writes documents as the store does, without its application context. */
public final class Templates {
    private static final MappingMongoConverter CONVERTER = converter();

    private Templates() {}

    /** Returns a template for one database of a server. */
    public static MongoTemplate of(MongoClient client, String database) {
        return new MongoTemplate(new SimpleMongoClientDatabaseFactory(client, database), CONVERTER);
    }

    private static MappingMongoConverter converter() {
        MongoCustomConversions conversions = MongoConfiguration.conversions();
        MongoMappingContext mapping = new MongoMappingContext();
        mapping.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        MappingMongoConverter converter = MongoConfiguration.converter(mapping, conversions);
        converter.afterPropertiesSet();
        return converter;
    }
}
