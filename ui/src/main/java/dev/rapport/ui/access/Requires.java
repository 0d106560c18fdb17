package dev.rapport.ui.access;

import dev.rapport.admin.Role;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The least role that may open a page. A page with neither this nor {@link Open} is refused to everybody. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Requires {
    /** The least role. */
    Role value();
}
