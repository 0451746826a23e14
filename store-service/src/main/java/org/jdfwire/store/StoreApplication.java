package org.jdfwire.store;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the store. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class StoreApplication {

    /** Starts it with {@code store.yml} and the arguments given. */
    public static void main(String[] arguments) {
        application().run(arguments);
    }

    /** Returns the store, ready to be run; its configuration file has a name of its own, as standalone runs three. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(StoreApplication.class).properties("spring.config.name=store");
    }
}
