package org.jdfwire.fetcher;

import java.time.Duration;
import org.jdfwire.fetcher.http.Limits;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The limits of one request as configured, with their defaults.
 *
 * @param page the largest page, content coding undone
 * @param connect the longest that making one connection may take
 * @param silence the longest silence in the middle of an answer
 * @param head the longest until the answer's headers are here
 * @param body the longest that one body may take
 */
record LimitProperties(
        @DefaultValue("10MB") DataSize page,
        @DefaultValue("10s") Duration connect,
        @DefaultValue("20s") Duration silence,
        @DefaultValue("30s") Duration head,
        @DefaultValue("60s") Duration body) {

    /** Returns them; throws {@link IllegalArgumentException} naming the key that is wrong. */
    Limits limits() {
        return new Limits((int) Math.min(page.toBytes(), Integer.MAX_VALUE), connect, silence, head, body);
    }
}
