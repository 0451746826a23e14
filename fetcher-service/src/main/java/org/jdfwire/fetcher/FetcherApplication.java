package org.jdfwire.fetcher;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** The fetcher as a program of its own. */
@SpringBootApplication
@EnableConfigurationProperties(FetcherProperties.class)
public class FetcherApplication {
    public static void main(String[] args) {
        builder().run(args);
    }

    /** Returns the application, not yet running; its configuration file is {@code fetcher.yml}. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(FetcherApplication.class).properties("spring.config.name=fetcher");
    }
}
