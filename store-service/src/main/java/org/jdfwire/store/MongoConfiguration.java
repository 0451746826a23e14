package org.jdfwire.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import org.jdfwire.contracts.Checks;
import org.jdfwire.store.journal.TopicJournal;
import org.jdfwire.store.projection.LogPositions;
import org.jdfwire.store.projection.Projection;
import org.jdfwire.store.projection.Rejects;
import org.jdfwire.store.query.IssueFinder;
import org.jdfwire.store.query.TopicFinder;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The collections of the one database. */
@Configuration(proxyBeanMethods = false)
class MongoConfiguration {

    @Bean
    MongoDatabase database(MongoClient client, MongoConnectionDetails connection) {
        String name = connection.getConnectionString().getDatabase();
        return client.getDatabase(
                name != null ? name : Checks.refuse("spring.mongodb.uri", "no database", "mongodb://host/database"));
    }

    @Bean
    TopicJournal topicJournal(MongoDatabase database) {
        return new TopicJournal(database);
    }

    @Bean
    Projection projection(MongoDatabase database) {
        return new Projection(database);
    }

    @Bean
    LogPositions logPositions(MongoDatabase database) {
        return new LogPositions(database);
    }

    @Bean
    Rejects rejects(MongoDatabase database) {
        return new Rejects(database);
    }

    @Bean
    TopicFinder topicFinder(MongoDatabase database) {
        return new TopicFinder(database);
    }

    @Bean
    IssueFinder issueFinder(MongoDatabase database) {
        return new IssueFinder(database);
    }
}
