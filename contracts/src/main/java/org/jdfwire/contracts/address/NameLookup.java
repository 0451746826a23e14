package org.jdfwire.contracts.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks a host name up; tests bring their own. */
@FunctionalInterface
public interface NameLookup {
    /**
     * Returns all addresses of a name, of A and AAAA records alike, in the order in which they are to be tried.
     *
     * @throws UnknownHostException when there is none, or none came in time
     */
    List<InetAddress> addressesOf(String name) throws UnknownHostException;
}
