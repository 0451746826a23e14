package org.jdfwire.store.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.server.NotAcceptableStatusException;

/** Which form of an answer the header {@code Accept} prefers. */
final class Accept {
    private Accept() {}

    /** Returns one of the forms offered, the first where the header does not say; 406 where none is acceptable. */
    static MediaType preferred(HttpHeaders headers, List<MediaType> offered) {
        List<MediaType> preferred;
        try {
            preferred = new ArrayList<>(headers.getAccept());
        } catch (InvalidMediaTypeException e) {
            throw new NotAcceptableStatusException(offered);
        }
        if (preferred.isEmpty()) {
            return offered.get(0);
        }
        preferred.sort(Comparator.comparing(MediaType::getQualityValue).reversed());
        for (MediaType wanted : preferred) {
            for (MediaType form : offered) {
                if (wanted.includes(form)) {
                    return form;
                }
            }
        }
        throw new NotAcceptableStatusException(offered);
    }
}
