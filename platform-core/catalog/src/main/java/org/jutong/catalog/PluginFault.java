package org.jutong.catalog;

/** A call into a plugin did not end well; logged once where it is thrown, with site, plugin and cause. */
public final class PluginFault extends Exception {

    private static final long serialVersionUID = 1L;

    /** The message names plugin and site; the cause is kept. */
    public PluginFault(String message, Throwable cause) {
        super(message, cause);
    }
}
