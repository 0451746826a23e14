package org.jdfwire.standalone;

import java.util.Map;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Spring Boot's JSON lines for a log that Spring Boot does not set up: three contexts share it, so none of them may. */
public final class JsonLines extends StructuredLogEncoder {
    @Override
    public void start() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("jdfwire", Map.of("spring.application.name", "jdfwire")));
        getContext().putObject(Environment.class.getName(), environment);
        super.start();
    }
}
