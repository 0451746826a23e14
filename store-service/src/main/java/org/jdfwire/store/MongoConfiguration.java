package org.jdfwire.store;

import com.mongodb.client.MongoClient;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.jdfwire.contracts.change.ChangeType;
import org.jdfwire.store.archive.PageArchive;
import org.jdfwire.store.journal.ChainCheck;
import org.jdfwire.store.journal.Horizons;
import org.jdfwire.store.journal.PastTopics;
import org.jdfwire.store.journal.TopicHistory;
import org.jdfwire.store.journal.TopicJournal;
import org.jdfwire.store.projection.Fetches;
import org.jdfwire.store.projection.LogPositions;
import org.jdfwire.store.projection.Projection;
import org.jdfwire.store.projection.Rejects;
import org.jdfwire.store.query.IssueFinder;
import org.jdfwire.store.query.SourceFinder;
import org.jdfwire.store.query.TopicFinder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.convert.ConverterBuilder;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/** The one database: how it is reached, how documents are written, and who keeps what in it. */
@Configuration(proxyBeanMethods = false)
class MongoConfiguration {
    private static final int SOCKET_TIMEOUT_SECONDS = 30;

    /** Turns a server that falls silent into an error; a {@code socketTimeoutMS} of the URI says otherwise. */
    @Bean
    static MongoClientSettingsBuilderCustomizer socketTimeout(MongoConnectionDetails connection) {
        return settings -> {
            if (connection.getConnectionString().getSocketTimeout() == null) {
                settings.applyToSocketSettings(socket -> socket.readTimeout(SOCKET_TIMEOUT_SECONDS, TimeUnit.SECONDS));
            }
        };
    }

    /** Part of readiness, as {@code mongo}; the name takes the place of Spring Boot's own. */
    @Bean
    static HealthIndicator mongoHealthIndicator(MongoClient mongo) {
        return new DatabasePing(mongo);
    }

    /** Days and types of changes in the text form that the feeds have too, so that they sort and compare as text. */
    @Bean
    static MongoCustomConversions conversions() {
        return MongoCustomConversions.create(conversions -> conversions
                .registerConverters(ConverterBuilder.reading(String.class, LocalDate.class, LocalDate::parse)
                        .andWriting(LocalDate::toString)
                        .getConverters())
                .registerConverters(ConverterBuilder.reading(String.class, ChangeType.class, ChangeType::of)
                        .andWriting(ChangeType::text)
                        .getConverters()));
    }

    /** Writes documents without the name of their class. */
    @Bean
    static MappingMongoConverter converter(MongoMappingContext mapping, MongoCustomConversions conversions) {
        MappingMongoConverter converter = new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, mapping);
        converter.setCustomConversions(conversions);
        converter.setTypeMapper(new DefaultMongoTypeMapper(null));
        return converter;
    }

    @Bean
    TopicJournal topicJournal(MongoOperations mongo) {
        return new TopicJournal(mongo);
    }

    @Bean
    TopicHistory topicHistory(MongoOperations mongo) {
        return new TopicHistory(mongo);
    }

    @Bean
    PastTopics pastTopics(MongoOperations mongo) {
        return new PastTopics(mongo);
    }

    @Bean
    Horizons horizons(MongoOperations mongo) {
        return new Horizons(mongo);
    }

    @Bean
    ChainCheck chainCheck(MongoOperations mongo) {
        return new ChainCheck(mongo);
    }

    @Bean
    Projection projection(MongoOperations mongo) {
        return new Projection(mongo);
    }

    @Bean
    LogPositions logPositions(MongoOperations mongo) {
        return new LogPositions(mongo);
    }

    @Bean
    Rejects rejects(MongoOperations mongo) {
        return new Rejects(mongo);
    }

    @Bean
    Fetches fetches(MongoOperations mongo) {
        return new Fetches(mongo);
    }

    @Bean
    PageArchive pageArchive(MongoOperations mongo) {
        return new PageArchive(mongo);
    }

    @Bean
    SourceFinder sourceFinder(MongoOperations mongo) {
        return new SourceFinder(mongo);
    }

    @Bean
    TopicFinder topicFinder(MongoOperations mongo) {
        return new TopicFinder(mongo);
    }

    @Bean
    IssueFinder issueFinder(MongoOperations mongo) {
        return new IssueFinder(mongo);
    }
}
