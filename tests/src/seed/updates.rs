//! The lines of the updates page, after definitions for the types that it uses and does not define.

tl_runtime::tl! {
    #![tl(functions = "both", object)]

    updateUserName #a7848924 user_id:long names:Vector<string> = Update;
    updatePtsChanged #3354678f = Update;
    userEmpty #d3bc4b7a id:long = User;
    chatEmpty #29562865 id:long = Chat;
    messageFwdHeader #5f777dce flags:# imported:flags.7?true from_name:flags.5?string date:int = MessageFwdHeader;
    messageReplyHeader #a6d57763 flags:# reply_to_msg_id:flags.4?int = MessageReplyHeader;
    messageEntityBold #bd610bc9 offset:int length:int = MessageEntity;
    messageEntityTextUrl #76a6d327 offset:int length:int url:string = MessageEntity;
    messageMediaEmpty #3ded6320 = MessageMedia;
    messageMediaUnsupported #9f84f49e = MessageMedia;
    inputGroupCall #d8aa840f id:long access_hash:long = InputGroupCall;
    inputUserSelf #f7c1b13f = InputUser;
    inputUser #f21158c6 user_id:long access_hash:long = InputUser;

    r#"
// Schema lines of the Telegram documentation page "phone.inviteToGroupCall".
updatesTooLong#e317af7e = Updates;
updateShortMessage#313bc7f8 flags:# out:flags.1?true mentioned:flags.4?true media_unread:flags.5?true silent:flags.13?true id:int user_id:long message:string pts:int pts_count:int date:int fwd_from:flags.2?MessageFwdHeader via_bot_id:flags.11?long reply_to:flags.3?MessageReplyHeader entities:flags.7?Vector<MessageEntity> ttl_period:flags.25?int = Updates;
updateShortChatMessage#4d6deea5 flags:# out:flags.1?true mentioned:flags.4?true media_unread:flags.5?true silent:flags.13?true id:int from_id:long chat_id:long message:string pts:int pts_count:int date:int fwd_from:flags.2?MessageFwdHeader via_bot_id:flags.11?long reply_to:flags.3?MessageReplyHeader entities:flags.7?Vector<MessageEntity> ttl_period:flags.25?int = Updates;
updateShort#78d4dec1 update:Update date:int = Updates;
updatesCombined#725b04c3 updates:Vector<Update> users:Vector<User> chats:Vector<Chat> date:int seq_start:int seq:int = Updates;
updates#74ae4240 updates:Vector<Update> users:Vector<User> chats:Vector<Chat> date:int seq:int = Updates;
updateShortSentMessage#9015e101 flags:# out:flags.1?true id:int pts:int pts_count:int date:int media:flags.9?MessageMedia entities:flags.7?Vector<MessageEntity> ttl_period:flags.25?int = Updates;

---functions---

phone.inviteToGroupCall#7b393160 call:InputGroupCall users:Vector<InputUser> = Updates;
    "#
}
