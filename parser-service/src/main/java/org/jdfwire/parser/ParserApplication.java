package org.jdfwire.parser;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts parser-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ParserApplication {

    public static void main(String[] args) {
        builder().run(args);
    }

    /** Returns the application with its own configuration file, so that three services can live in one JVM. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(ParserApplication.class).properties("spring.config.name=parser");
    }
}
