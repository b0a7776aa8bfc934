//! The schemas, as published.

/// MTProto: the exchange of keys and the service messages.
pub mod mtproto {
    tl_runtime::include_tl! {
        #![tl(ids = "telegram", functions = "both", object)]
        env!("MTPROTO_TL"), "schemas/service.tl"
    }
}

/// What surrounds every message: <https://core.telegram.org/mtproto/description>.
pub mod envelope {
    tl_runtime::tl! {
        #![tl(string = "bytes", ids = "telegram")]

        /// A message before there is a key.
        unencrypted_message auth_key_id:long message_id:long bytes:int message_data:Object = UnencryptedMessage;
        /// What stands before encrypted data.
        encrypted_header auth_key_id:long msg_key:int128 = EncryptedHeader;
        /// What is encrypted. Random padding follows.
        encrypted_data salt:long session_id:long message_id:long seq_no:int bytes:int message_data:Object
            = EncryptedData;
        /// What a client knows of a server; its hash says which key it is.
        rsa_public_key n:string e:string = RSAPublicKey;
    }
}

/// The part of Telegram's API that the program uses. Servers relay strings that other clients wrote, and not all are UTF-8.
pub mod api {
    tl_runtime::include_tl! {
        #![tl(functions = "both", object, string = "lossy", default, setters)]
        #![tl(only(invokeWithLayer, initConnection, help.getConfig, help.getNearestDc, messages.sendMessage))]
        env!("API_TL")
    }
}
