package org.jdfwire.store.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.security.oauth2.server.resource.introspection.ReactiveOpaqueTokenIntrospector;
import reactor.core.scheduler.Scheduler;

/** Where the tokens are, and who checks them. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
    @Bean
    Tokens tokens(MongoDatabaseFactory mongo) {
        return new Tokens(mongo.getMongoDatabase());
    }

    @Bean
    ReactiveOpaqueTokenIntrospector tokenCheck(
            Tokens tokens, AccessProperties properties, Scheduler blockingScheduler) {
        return new TokenCheck(tokens, properties.tokenSha256(), blockingScheduler);
    }
}
