package org.jdfwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class ServicesTest {
    @Test
    void theReasonIsThatOfTheInnermostCauseThatSaysOne() {
        assertThat(Services.reason(new IllegalStateException("outer", new TimeoutException())))
                .isEqualTo("outer");
        assertThat(Services.reason(new IllegalStateException("outer", new TimeoutException("inner"))))
                .isEqualTo("inner");
        assertThat(Services.reason(new IllegalStateException())).isEqualTo("java.lang.IllegalStateException");
    }
}
