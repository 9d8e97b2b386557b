package org.jutong.audit;

/** What was done or tried. The names are stored and must never change; new ones go where they belong. */
public enum Action {
    SIGN_IN,
    SIGN_OUT,
    SESSION_REVOKE,
    PASSWORD_CHANGE,
    PASSWORD_RESET,
    SECOND_FACTOR_ENROL,
    SECOND_FACTOR_REMOVE,
    RECOVERY_CODES_RENEW,
    TOKEN_CREATE,
    TOKEN_REVOKE,

    ACCOUNT_CREATE,
    ACCOUNT_CHANGE,
    ACCOUNT_DISABLE,
    ACCOUNT_ENABLE,
    ACCOUNT_UNLOCK,
    ACCOUNT_EXPIRE,
    DUTIES_HAND_OVER,
    GROUP_CREATE,
    GROUP_CHANGE,
    GROUP_DELETE,
    ROLE_CREATE,
    ROLE_CHANGE,
    ROLE_DELETE,
    GRANT_GIVE,
    GRANT_REVOKE,
    ORGANISATION_CREATE,
    ORGANISATION_CHANGE,
    ORGANISATION_IMPORT,

    CITIZEN_REGISTER,
    CITIZEN_VERIFY,
    CITIZEN_CHANGE,
    PERSONAL_DATA_READ,
    ACCESS_DEFER,
    ACCESS_EXPIRE,

    SITE_OPEN,
    SITE_CHANGE,
    ARTICLE_WRITE,
    ARTICLE_PUBLISH,
    ARTICLE_WITHDRAW,
    ARTICLE_PUSH,
    ORDER_PLACE,
    ORDER_APPROVE,
    ORDER_REJECT,
    ENROLMENT_SUSPEND,
    ENROLMENT_RESUME,
    PLUGIN_INSTALL,
    PLUGIN_UNINSTALL,

    /** A change through a plugin's own interface; the object says which plugin and what was asked of it. */
    PLUGIN_CALL,

    /** A command of the container itself, at the shell. */
    CONTAINER_COMMAND,

    AUDIT_EXPORT,
    AUDIT_VERIFY,
    AUDIT_ARCHIVE,

    /** Something that the caller had no right to; the object is the address or the command. */
    ACCESS_ATTEMPT
}
